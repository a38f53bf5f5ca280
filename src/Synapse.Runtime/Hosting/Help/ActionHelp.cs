using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Help;

/// <summary>The help of one action: its params as flags.</summary>
internal static class ActionHelp
{
    public static void Write(HostContext host, Verb verb, ActionDescriptor action)
    {
        var (writer, width) = (host.Console.Out, host.Console.Terminal.Width());
        writer.WriteLine($"Usage: {host.Command} {verb.Name} {action.Name}{PluginHelp.RequiredFlags(action)} [params] [options]");
        if (action.Description is { Length: > 0 } description)
        {
            writer.WriteLine(description);
        }
        writer.WriteLine();
        var rows = new List<(string, string)>();
        foreach (var field in action.Parameters?.Fields ?? [])
        {
            Add(rows, field);
        }
        if (rows.Count == 0)
        {
            writer.WriteLine($"{action.Name} has no params.");
        }
        else
        {
            writer.WriteLine("Params:");
            rows.Add(("--params FILE", "All of them from a JSON object; - reads standard input. Flags win over it."));
            rows.Add(("--set NAME=VALUE", "One value by its path, also within an object: --set optimizer.lr=0.1"));
            TextColumns.Write(writer, rows, width);
        }
        writer.WriteLine();
        PluginHelp.WriteOptions(writer, verb, width);
    }

    /// <summary>What stands for the value in usage lines.</summary>
    public static string ValueName(ParamField field) => field.Kind switch
    {
        ParamKind.Number => "N",
        ParamKind.Secret => "env:NAME",
        ParamKind.Object or ParamKind.Json => "JSON",
        _ => "VALUE",
    };

    private static void Add(List<(string, string)> rows, ParamField field)
    {
        if (field.Kind == ParamKind.Object && field.Fields.Count > 0)
        {
            rows.Add((FlagName.WithValue(field.Name, "JSON"), Text(field)));
            AddParts(rows, field, field.Name);
            return;
        }
        rows.Add((IsAlone(field) ? FlagName.Of(field.Name) : FlagName.WithValue(field.Name, ValueName(field)), Text(field)));
    }

    // A switch needs no value, unless only --set gives it.
    private static bool IsAlone(ParamField field) => field.Kind == ParamKind.Switch && FlagName.Giving(field.Name) == FlagName.Of(field.Name);

    private static void AddParts(List<(string, string)> rows, ParamField parent, string path)
    {
        foreach (var part in parent.Fields)
        {
            var name = $"{path}.{part.Name}";
            rows.Add(($"--set {name}={ValueName(part)}", Text(part)));
            AddParts(rows, part, name);
        }
    }

    private static string Text(ParamField field)
    {
        var facts = ParamInput.Allowed(field);
        facts += field.Kind switch
        {
            ParamKind.List => "; repeat the flag, or give a JSON list once",
            ParamKind.Switch when IsAlone(field) => $"; {FlagName.Of(field.Name)} alone is true, --no-{FlagName.Of(field.Name)[2..]} is false",
            _ => "",
        };
        facts += field.Required ? "; required" : field.Default is { } value ? $"; default {value}" : "";
        return field.Description is { Length: > 0 } description ? $"{description}\n{facts}" : facts;
    }
}
