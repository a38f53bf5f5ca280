using System.Globalization;
using System.Text.Json;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class RunsVerb
{
    /// <summary>People look at the latest; JSON has all.</summary>
    private const int Shown = 20;

    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        VerbArguments.Parse(host, Verb.Runs, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.Runs);
            return ExitCode.Done;
        }
        var path = StatePlace.Path(host, options);
        var folders = RunCatalog.List(StateFolder.At(path));
        if (options.Json)
        {
            WriteJson(host.Console.OutBytes, folders);
        }
        else
        {
            WriteText(host, path, folders);
        }
        return ExitCode.Done;
    }

    private static void WriteText(HostContext host, string path, IReadOnlyList<RunFolder> folders)
    {
        var writer = host.Console.Out;
        if (folders.Count == 0)
        {
            writer.WriteLine($"There are no runs in {path}. Start one: {host.Command} run {(host.Plugin.Actions.Count > 0 ? host.Plugin.Actions[0].Name : "ACTION")}");
            return;
        }
        var table = new TextTable("run", "action", "state", "started", "took");
        for (var i = 0; i < Math.Min(folders.Count, Shown); i++)
        {
            table.Add(Cells(folders[i]));
        }
        table.Write(writer);
        if (folders.Count > Shown)
        {
            writer.WriteLine($"and {Amount.Of(folders.Count - Shown, "older run")} in {path}; --json lists all.");
        }
    }

    /// <summary>One damaged journal must not hide the other runs.</summary>
    private static string[] Cells(RunFolder folder)
    {
        try
        {
            var run = RunSnapshot.Read(folder);
            var took = (run.Row.Ended ?? (run.IsAtWork ? DateTimeOffset.UtcNow : null)) - run.Row.Created;
            return
            [
                folder.Id.Short,
                run.Row.Action,
                run.IsAtWork ? $"{run.StateName}, {Amount.Percent(run.Row.HighWater)}" : run.StateName,
                run.Row.Created.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                took is { } time ? Amount.Duration(time) : "",
            ];
        }
        catch (StateException e)
        {
            return [folder.Id.Short, "?", $"unreadable: {e.Message}"];
        }
    }

    private static void WriteJson(Stream output, IReadOnlyList<RunFolder> folders)
    {
        using var json = new Utf8JsonWriter(output, JsonText.Indented);
        json.WriteStartArray();
        foreach (var folder in folders)
        {
            try
            {
                RunJson.WriteHead(json, RunSnapshot.Read(folder));
                json.WriteEndObject();
            }
            catch (StateException e)
            {
                json.WriteStartObject();
                json.WriteString("run", folder.Id.Text);
                json.WriteString("unreadable", e.Message);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
