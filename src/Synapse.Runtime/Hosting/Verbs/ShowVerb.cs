using System.Globalization;
using System.Text;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class ShowVerb
{
    private const int LongestOutput = 100;

    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Show, arguments, Show);

    private static ExitCode Show(OneRun one)
    {
        var (host, options, folder) = (one.Host, one.Options, one.Folder);
        var run = RunSnapshot.Read(folder);
        if (options.Json)
        {
            RunJson.Write(host.Console.OutBytes, run, folder);
        }
        else
        {
            WriteText(host, options, run, folder);
        }
        return ExitCode.Done;
    }

    private static void WriteText(HostContext host, GivenOptions options, RunSnapshot run, RunFolder folder)
    {
        var (writer, row) = (host.Console.Out, run.Row);
        writer.WriteLine($"{row.Action} {folder.Id.Short}: {run.StateName}{(run.IsAtWork ? $", {Amount.Percent(row.HighWater)}" : "")}");
        var facts = new List<(string, string)> { ("id", folder.Id.Text), ("folder", folder.Path), ("started", Time(row.Created)) };
        if (row.Ended is { } ended)
        {
            facts.Add(("ended", $"{Time(ended)}, after {Amount.Duration(ended - row.Created)}"));
        }
        if (row.Parent is { } parent)
        {
            facts.Add(("from run", parent));
        }
        if (row.Params.Length > 0)
        {
            facts.Add(("params", PlainText.Line(Encoding.UTF8.GetString(row.Params))));
        }
        if (run.Steps.FirstOrDefault(step => step.Name == row.ResultStep)?.Output is { } result)
        {
            facts.Add(("result", Output(result, folder)));
        }
        if (run.Processes.Count > 1)
        {
            facts.Add(("processes", $"{run.Processes.Count}, of which {row.Crashes} crashed"));
        }
        if (row.Error is { At: { } at })
        {
            facts.Add(("at", PlainText.Safe(at)));
        }
        if (row.Error is { } error)
        {
            facts.Add(("error", PlainText.Safe(options.Verbose && error.Detail is { } detail ? detail : $"{error.Type}: {error.Message}")));
        }
        TextColumns.Write(writer, facts, int.MaxValue);
        writer.WriteLine();
        Steps(run).Write(writer);
        writer.WriteLine();
        if (options.Verbose || AttemptsTable.IsWorthShowing(run))
        {
            AttemptsTable.Of(run).Write(writer);
            writer.WriteLine();
        }
        writer.WriteLine(Next(host, run, folder.Id.Short));
    }

    private static string Output(StepOutput output, RunFolder folder) => output switch
    {
        { Inline: { } json } => PlainText.Line(Encoding.UTF8.GetString(json)),
        { File: { } file } => Path.Combine(folder.Outputs, file.Name),
        _ => "",
    };

    private static TextTable Steps(RunSnapshot run)
    {
        var table = new TextTable("step", "state", "took", "items", "");
        foreach (var step in run.Steps)
        {
            var took = run.Attempts.Where(attempt => attempt.Position == step.Position && attempt.Duration is not null)
                .Aggregate(TimeSpan.Zero, static (sum, attempt) => sum + attempt.Duration!.Value);
            var items = run.Loops.Where(loop => loop.Position == step.Position && loop.Phase != JournalPhase.Rollback).Sum(loop => loop.Done);
            table.Add(
                step.Name,
                StepWords.Of(step.State) + (step.Attempt > 1 ? $", attempt {step.Attempt}" : ""),
                took > TimeSpan.Zero ? Amount.Duration(took) : "",
                items > 0 ? Amount.Count(items) : "",
                Remark(step));
        }
        return table;
    }

    private static string Remark(StepRow step)
    {
        if (step.Error is { } error)
        {
            return PlainText.Line($"{error.Type}: {error.Message}");
        }
        if (step.Reason is { } reason)
        {
            return PlainText.Line(reason);
        }
        return step.Output?.Inline is { } output && !IsRows(output) ? PlainText.Fit(PlainText.Line(Encoding.UTF8.GetString(output)), LongestOutput) : "";
    }

    /// <summary>Rows are journaled one by one, and the output only says where: their number stands in the table.</summary>
    private static bool IsRows(byte[] output) => output.AsSpan().StartsWith("{\"$rows\":"u8);

    private static string Next(HostContext host, RunSnapshot run, string id) => run switch
    {
        { IsAtWork: true } => $"Follow it: {host.Command} logs {id} -f",
        { Row.State: RunState.Completed } => $"Its messages: {host.Command} logs {id}",
        { Row.State: RunState.Abandoned } => $"What it made and still stands: {host.Command} leftovers {id}",
        { Row.State: RunState.RolledBack } => $"Start it again: {host.Command} run {run.Row.Action}",
        { Row.State: RunState.RollbackIncomplete } => $"Repeat what is missing: {host.Command} rollback {id}",
        _ => $"Go on with it: {host.Command} resume {id}",
    };

    private static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
