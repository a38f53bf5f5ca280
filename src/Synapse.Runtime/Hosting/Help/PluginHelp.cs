using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Flags;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Help;

/// <summary>What the plugin is and how to use it: the bare command, <c>--help</c>, <c>--version</c>.</summary>
internal static class PluginHelp
{
    public static void WriteAbout(HostContext host)
    {
        var (plugin, writer) = (host.Plugin, host.Console.Out);
        writer.WriteLine($"{plugin.Name} {plugin.Version}");
        if (plugin.Description is { Length: > 0 } description)
        {
            writer.WriteLine(description);
        }
        writer.WriteLine();
        if (plugin.Actions.Count == 0)
        {
            writer.WriteLine("It has no actions yet: put [PluginAction(\"name\")] on a partial class of the project.");
            return;
        }
        writer.WriteLine("Actions:");
        TextColumns.Write(writer, Actions(plugin), host.Console.Terminal.Width());
        writer.WriteLine();
        var example = plugin.Actions[0];
        TextColumns.Write(
            writer,
            [
                ("Run one:", $"{host.Command} run {example.Name}{RequiredFlags(example)}"),
                ("Its params:", $"{host.Command} run {example.Name} --help"),
                ("Its steps:", $"{host.Command} plan {example.Name}"),
                ("All commands:", $"{host.Command} --help"),
            ],
            int.MaxValue);
    }

    public static void WriteHelp(HostContext host)
    {
        var (writer, width) = (host.Console.Out, host.Console.Terminal.Width());
        writer.WriteLine($"{host.Plugin.Name} {host.Plugin.Version}");
        writer.WriteLine();
        writer.WriteLine($"Usage: {host.Command} COMMAND [options]");
        writer.WriteLine();
        writer.WriteLine("Commands:");
        TextColumns.Write(writer, [.. Verb.All.Select(verb => ($"{verb.Name} {verb.Operands}".TrimEnd(), verb.Summary))], width);
        writer.WriteLine();
        writer.WriteLine("Actions:");
        TextColumns.Write(writer, Actions(host.Plugin), width);
        writer.WriteLine();
        writer.WriteLine("RUN is any unique part of a run's id, or 'last'. Each command has --help; so has each action:");
        writer.WriteLine($"  {host.Command} run {(host.Plugin.Actions.Count > 0 ? host.Plugin.Actions[0].Name : "ACTION")} --help");
        writer.WriteLine();
        writer.WriteLine("Exit codes:");
        TextColumns.Write(
            writer,
            [
                ("0", "Done."),
                ("1", "Failed: rolled back, or kept so that 'resume' goes on."),
                ("2", "Wrong command line or params; nothing ran."),
                ("3", "A rollback is incomplete; 'rollback' repeats what is missing."),
                ("4", "The journal cannot be written, or is damaged."),
                ("5", "Another process works on the run."),
                ("130, 143", "Interrupted; 'resume' goes on. An interrupt never rolls back."),
            ],
            width);
    }

    public static void WriteVersion(HostContext host) =>
        host.Console.Out.WriteLine($"{host.Plugin.Code} {host.Plugin.Version} (contract {PluginDescriptor.Contract})");

    public static void WriteVerb(HostContext host, Verb verb)
    {
        var (writer, width) = (host.Console.Out, host.Console.Terminal.Width());
        var takesParams = verb.Operands == "ACTION";
        writer.WriteLine($"Usage: {host.Command} {verb.Name}{(verb.Operands.Length > 0 ? " " + verb.Operands : "")}{(takesParams ? " [params]" : "")} [options]");
        writer.WriteLine(verb.Summary);
        writer.WriteLine();
        if (takesParams)
        {
            writer.WriteLine("Actions:");
            TextColumns.Write(writer, Actions(host.Plugin), width);
            writer.WriteLine();
        }
        WriteOptions(writer, verb, width);
    }

    public static void WriteOptions(TextWriter writer, Verb verb, int width)
    {
        writer.WriteLine("Options:");
        var rows = new List<(string, string)>();
        foreach (var option in OptionTable.All)
        {
            if ((verb.Options & option.Option) != 0)
            {
                rows.Add((option.Value is null ? option.Name : $"{option.Name} {option.Value}", option.Help));
            }
        }
        TextColumns.Write(writer, rows, width);
    }

    /// <summary>The flags without which the action does not start, as an example to fill in.</summary>
    public static string RequiredFlags(ActionDescriptor action)
    {
        var flags = "";
        foreach (var field in action.Parameters?.Fields ?? [])
        {
            if (field.Required)
            {
                flags += " " + FlagName.WithValue(field.Name, ActionHelp.ValueName(field));
            }
        }
        return flags;
    }

    private static List<(string Name, string Text)> Actions(PluginDescriptor plugin)
    {
        var rows = new List<(string, string)>(plugin.Actions.Count);
        foreach (var action in plugin.Actions)
        {
            rows.Add((action.Name, action.Description ?? action.TypeName));
        }
        return rows;
    }
}
