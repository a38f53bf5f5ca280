using System.Globalization;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class LogsVerb
{
    private const int PollMs = 200;

    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Logs, arguments, Logs);

    private static ExitCode Logs(OneRun one)
    {
        var (host, options, folder) = (one.Host, one.Options, one.Folder);
        if (!EventSegments.Exist(folder.Events))
        {
            throw new UsageException($"Run {folder.Id.Short} has no events: {folder.Events} is missing.", $"See '{host.Command} show {folder.Id.Short}'.");
        }
        RefuseUnknownStep(one);
        Print(host, options, folder);
        return ExitCode.Done;
    }

    private static void RefuseUnknownStep(OneRun one)
    {
        if (one.Options.Step is not { } name)
        {
            return;
        }
        var steps = RunSnapshot.Read(one.Folder).Steps.Select(step => step.Name).ToList();
        if (!steps.Contains(name))
        {
            throw new UsageException(
                $"Run {one.Short} has no step '{name}'.{Spelling.DidYouMean(name, steps)} It has: {string.Join(", ", steps)}.", $"See '{one.Command("show")}'.");
        }
    }

    /// <summary>Whether the run is at work is asked before reading, so that what it wrote last is not missed.</summary>
    private static void Print(HostContext host, GivenOptions options, RunFolder folder)
    {
        var view = new RunView();
        var look = ReportChoice.Look(host, options);
        using var reader = new EventReader(folder.Events);
        bool more;
        do
        {
            more = options.Follow && host.Console.OutputFault is null && RunSnapshot.Read(folder).IsAtWork;
            foreach (var happened in reader.ReadAll())
            {
                view.Apply(happened);
                Print(host, options, happened, view, look);
            }
            host.Console.Out.Flush();
            if (more)
            {
                Thread.Sleep(PollMs);
            }
        }
        while (more);
    }

    private static void Print(HostContext host, GivenOptions options, RunEvent happened, RunView view, Look look)
    {
        if ((options.Step is { } step && happened.Step != step)
            || (options.Level is { } least && (happened.Type != EventTypes.Message || EventLine.Level(happened) < least)))
        {
            return;
        }
        if (options.Json)
        {
            host.Console.OutBytes.Write(happened.Line.Span);
            host.Console.OutBytes.Write("\n"u8);
            return;
        }
        if (!EventLine.IsWanted(happened, quiet: false, options.Verbose || options.Level == MessageLevel.Debug))
        {
            return;
        }
        var line = happened.Type switch
        {
            EventTypes.RunStarted or EventTypes.RunResumed => ReportTexts.Head(view),
            EventTypes.RunEnded => $"ended: {happened.Data.Text("state")}",
            EventTypes.Metric => "  " + PlainText.Line(RunView.MetricText(happened.Data)),
            _ => EventLine.Of(happened, view, look),
        };
        if (line is not null)
        {
            host.Console.Out.Write(look.Dim(happened.Time.ToLocalTime().ToString("HH:mm:ss.fff ", CultureInfo.InvariantCulture)));
            host.Console.Out.WriteLine(line);
        }
    }
}
