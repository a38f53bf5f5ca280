using System.Globalization;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class LogsVerb
{
    private const int PollMs = 200;

    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        var name = VerbArguments.Parse(host, Verb.Logs, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.Logs);
            return ExitCode.Done;
        }
        var folder = StatePlace.Find(host, options, name!);
        if (!File.Exists(folder.Events))
        {
            throw new UsageException($"Run {folder.Id.Short} has no events: {folder.Events} is missing.", $"See '{host.Command} show {folder.Id.Short}'.");
        }
        Print(host, options, folder);
        return ExitCode.Done;
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
        if (options.Json)
        {
            host.Console.OutBytes.Write(happened.Line.Span);
            host.Console.OutBytes.Write("\n"u8);
            return;
        }
        if (!EventLine.IsWanted(happened, quiet: false, options.Verbose))
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
