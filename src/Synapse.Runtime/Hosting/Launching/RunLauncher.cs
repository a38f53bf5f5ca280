using System.Diagnostics;
using System.Globalization;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>Lets the engine work on one run, with reports, signals and backend around it.</summary>
internal sealed class RunLauncher(HostContext host, GivenOptions options, string resumedAs = "resumed")
{
    /// <summary>One piece of the engine's work.</summary>
    public delegate Task<RunOutcome> Work(RunOptions options, CancellationToken stop);

    /// <summary>Does the work and shows it from its first event to the closing lines.</summary>
    public ExitCode Launch(StateFolder state, string action, ResumedFrom? before, Work work)
    {
        var clock = Stopwatch.StartNew();
        var report = ReportChoice.Make(host, options);
        report.View.ResumedAs = resumedAs;
        using var disposable = report as IDisposable;
        using var signals = new StopSignals(report.Stopping);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Token);
        if (options.Deadline is { } deadline)
        {
            stop.CancelAfter(deadline);
        }
        var backend = host.Backend(state);
        using var closing = backend as IDisposable;
        var outcome = work(
            new RunOptions
            {
                State = state,
                Backend = backend,
                Sinks = [report],
                OnFailure = options.OnFailure,
                Force = options.Force,
                Secrets = options.Secrets,
                Assume = options.Assume,
                Arguments = string.Join(' ', host.Arguments),
                StopCode = () => signals.Code,
                Launcher = host.Launcher,
            },
            stop.Token).GetAwaiter().GetResult();
        report.Complete();
        if (outcome.MustRestart)
        {
            return Restart(outcome.Run!.Value, clock.Elapsed);
        }
        if (outcome.State is RunState.Stopped or RunState.RollingBack && stop.IsCancellationRequested && !signals.Received)
        {
            outcome = outcome with { Message = $"its deadline of {Amount.Duration(options.Deadline!.Value)} has passed; what it finished is journaled" };
        }
        if (outcome.ExitCode == ExitCode.Usage)
        {
            throw NothingRan(action, outcome);
        }
        Close(new RunEnding(action, outcome, clock.Elapsed, signals.Received, before), report.View);
        return outcome.ExitCode;
    }

    private ExitCode Restart(RunId run, TimeSpan elapsed)
    {
        host.Console.Out.Flush();
        string[] left = options.Deadline is { } deadline
            ? ["--deadline", string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (deadline - elapsed).TotalSeconds):0.###}s")]
            : [];
        return host.Restart(["resume", run.Text, .. options.ForResume(), .. left]);
    }

    /// <summary>Under <c>--events</c> standard output carries events only, so the closing lines are left to a failure's message.</summary>
    private void Close(RunEnding ending, RunView view)
    {
        var outcome = ending.Outcome;
        if (outcome.State is null || options.EventsAsJsonl)
        {
            if (outcome.ExitCode != ExitCode.Done)
            {
                ErrorText.Write(host, Reason(outcome));
            }
            return;
        }
        new ClosingBlock(host.Console.Out, ReportChoice.Look(host, options), host.Command, StatePlace.Option(options)).Write(ending, view);
        if (options.Verbose && outcome.Error?.Detail is { } detail)
        {
            host.Console.Out.WriteLine(PlainText.Safe(detail));
        }
    }

    private string Reason(RunOutcome outcome)
    {
        var reason = outcome.Message ?? (outcome.Error is { } error ? $"{error.Type}: {error.Message}" : "The run did not end well.");
        return outcome is { ExitCode: ExitCode.Held, Run: { } run }
            ? $"{reason} Wait for it, or follow it: {host.Command} logs {run.Short} -f{StatePlace.Option(options)}"
            : reason;
    }

    private UsageException NothingRan(string action, RunOutcome outcome) => new(
        $"{action}: {outcome.Message ?? "nothing ran."}",
        [.. outcome.ParamErrors.Select(error => error.ToString())],
        outcome.Run is { } run ? $"See '{host.Command} show {run.Short}{StatePlace.Option(options)}'." : $"See '{host.Command} run {action} --help'.");
}
