using System.Globalization;
using System.Text.Json;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Hosting.Pruning;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class PruneVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        VerbArguments.Parse(host, Verb.RunsPrune, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.RunsPrune);
            return ExitCode.Done;
        }
        var rule = PruneRule.From(host, options);
        var state = StateFolder.At(StatePlace.Path(host, options));
        if (!options.DryRun)
        {
            RunTrash.Sweep(state);
        }
        var pruned = new List<PrunedRun>();
        foreach (var run in RunCatalog.List(state).Skip(rule.KeepLast))
        {
            if (Prune(state, run, rule, options.DryRun) is { } what)
            {
                pruned.Add(what);
            }
        }
        if (options.Json)
        {
            WriteJson(host.Console.OutBytes, pruned, options.DryRun);
        }
        else
        {
            WriteText(host, pruned, options.DryRun);
        }
        return pruned.Any(static run => run.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Looks before it takes the lock, and again under it: the run may have been resumed in between.</summary>
    private static PrunedRun? Prune(StateFolder state, RunFolder run, PruneRule rule, bool dryRun)
    {
        if (rule.Choose(run) is not { } chosen)
        {
            return null;
        }
        try
        {
            if (dryRun)
            {
                return RunLock.IsHeld(run) ? null : chosen;
            }
            using var held = RunLock.Acquire(run);
            return rule.Choose(run) is null ? null : chosen with { Bytes = RunTrash.Delete(state, run) };
        }
        catch (RunHeldException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StateException)
        {
            // Of two prunes at once the other one was faster.
            return Directory.Exists(run.Path) ? chosen with { Bytes = 0, Problem = e.Message } : null;
        }
    }

    private static void WriteText(HostContext host, List<PrunedRun> pruned, bool dryRun)
    {
        var writer = host.Console.Out;
        if (pruned.Count == 0)
        {
            writer.WriteLine("No run is old enough and in a state to be deleted. 'runs' lists them; --in-state chooses other states.");
            return;
        }
        var table = new TextTable("run", "action", "state", "ended", "size", "");
        foreach (var run in pruned)
        {
            var ended = run.Ended.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            table.Add(run.Id.Short, run.Action, run.State, ended, Amount.Bytes(run.Bytes), run.Problem is null ? "" : PlainText.Line($"not deleted: {run.Problem}"));
        }
        table.Write(writer);
        var deleted = pruned.Where(static run => run.Problem is null).ToList();
        var what = $"{Amount.Of(deleted.Count, "run")}, {Amount.Bytes(deleted.Sum(static run => run.Bytes))}";
        writer.WriteLine(dryRun ? $"{what} would be freed. Nothing was deleted." : $"{what} freed.");
    }

    private static void WriteJson(Stream output, List<PrunedRun> pruned, bool dryRun)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartArray();
            foreach (var run in pruned)
            {
                json.WriteStartObject();
                json.WriteString("run", run.Id.Text);
                json.WriteString("action", run.Action);
                json.WriteString("state", run.State);
                json.WriteString("ended", run.Ended);
                json.WriteNumber("bytes", run.Bytes);
                json.WriteBoolean("deleted", !dryRun && run.Problem is null);
                if (run.Problem is not null)
                {
                    json.WriteString("problem", run.Problem);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }
}
