using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Help;

/// <summary>The whole plugin for people.</summary>
internal static class DescribeText
{
    public static void Write(HostContext host, IBackend backend)
    {
        var (plugin, writer, width) = (host.Plugin, host.Console.Out, host.Console.Terminal.Width());
        writer.WriteLine($"{plugin.Name} {plugin.Version} ({plugin.Code}, {Name(plugin.Category.ToString())})");
        if (plugin.Description is { Length: > 0 } description)
        {
            writer.WriteLine(description);
        }
        foreach (var action in plugin.Actions)
        {
            writer.WriteLine();
            Write(writer, action, width);
        }
        writer.WriteLine();
        writer.WriteLine("When the answer of a backend call is lost:");
        TextColumns.Write(writer, [.. BackendCall.All.Select(call => (call, Certainty(backend.CertaintyOf(call))))], width);
    }

    private static string Certainty(CallCertainty certainty) => certainty switch
    {
        CallCertainty.Exact => "exact: repeated under its key, it gets the first answer",
        CallCertainty.ByContent => "by content: repeated, it finds what was made by its content",
        _ => "manual: the run stops and asks, see resume --assume",
    };

    private static void Write(TextWriter writer, ActionDescriptor action, int width)
    {
        writer.WriteLine($"{action.Name} ({Name(action.Kind.ToString())}, {action.TypeName})");
        var rows = new List<(string, string)>();
        if (action.Description is { Length: > 0 } description)
        {
            rows.Add(("about", description));
        }
        rows.Add(("steps", string.Join(", ", action.Steps.Select(step => step.Name))));
        if (action.ResultStep >= 0)
        {
            rows.Add(("result", action.Steps[action.ResultStep].Output ?? "nothing"));
        }
        foreach (var (position, hook) in action.Hooks.Index())
        {
            rows.Add((position == 0 ? "hooks" : "", Signature(hook)));
        }
        if (action.Categories.Count > 0)
        {
            rows.Add(("progress", string.Join(", ", action.Categories)));
        }
        foreach (var field in action.Parameters?.Fields ?? [])
        {
            rows.Add((FlagName.Giving(field.Name), Facts(field)));
        }
        TextColumns.Write(writer, rows, width);
    }

    private static string Signature(HookDescriptor hook) =>
        $"{hook.Name}({string.Join(", ", hook.Takes.Where(type => type != nameof(CancellationToken)))}){(hook.Returns is null ? "" : $" → {hook.Returns}")}"
        + (hook.IsImplemented ? "" : "; not there");

    private static string Facts(ParamField field)
    {
        var need = field.Required ? "; required" : field.Default is { } value ? $"; default {value}" : "";
        return ParamInput.Allowed(field) + need;
    }

    private static string Name(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
