using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Processes;

/// <summary>Sees one started program to its end, and with it everything that it started.</summary>
/// <param name="call">What runs.</param>
/// <param name="child">The program, not yet released.</param>
/// <param name="stopGrace">How long it may take to end when the run stops.</param>
/// <param name="stop">The run's own stop: the program then gets <paramref name="stopGrace"/> at most.</param>
internal sealed class ProgramRun(ProgramCall call, ChildProcess child, TimeSpan stopGrace, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the end of the outputs may follow that of the program; whoever holds them open then is no part of it.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KillTime = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _failed = new();
    private Exception? _inputFailure;

    /// <summary>Whether all of the program is gone; false for one that even SIGKILL did not end in time.</summary>
    public bool IsGone { get; private set; }

    /// <exception cref="ProcessException">It ended with a failure.</exception>
    /// <exception cref="OperationCanceledException">It was ended, as asked for.</exception>
    public async Task<ProcessResult> RunAsync(EventLog events, EventPlace place, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, stop, _failed.Token);
        using var abandon = new CancellationTokenSource();
        var log = new OutputLog(events, place, call.Options, call.Program, child.Pid, _failed.Cancel);
        var clock = Stopwatch.StartNew();
        var outputs = Task.WhenAll(log.CopyOutputAsync(child.Output, abandon.Token), log.CopyErrorAsync(child.Error, abandon.Token));
        _ = FeedAsync(abandon.Token);
        await child.Exited.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var wasEnded = !child.Exited.IsCompleted;
        if (wasEnded)
        {
            await EndAsync();
        }

        var took = clock.Elapsed;
        await DrainAsync(log, outputs, hurries: stop.IsCancellationRequested);
        await abandon.CancelAsync();
        await outputs;
        IsGone = child.Exited.IsCompleted && !(wasEnded && child.IsAlive());
        Rethrow(log, wasEnded, ct);
        return Result(log, took);
    }

    public void Dispose() => _failed.Dispose();

    private void Rethrow(OutputLog log, bool wasEnded, CancellationToken ct)
    {
        if ((log.Refusal ?? _inputFailure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (wasEnded)
        {
            throw new OperationCanceledException($"Program '{call.Program}' was ended.", ct.IsCancellationRequested ? ct : stop);
        }
    }

    private ProcessResult Result(OutputLog log, TimeSpan took)
    {
        var result = new ProcessResult
        {
            ExitCode = child.ExitCode,
            Duration = took,
            StandardOutput = log.Output.ToString(),
            StandardError = log.Error.ToString(),
            IsTruncated = log.Output.IsTruncated || log.Error.IsTruncated,
        };
        if (result.ExitCode == LauncherMode.FailureCode && result.StandardError.StartsWith(LauncherMode.FailureMark, StringComparison.Ordinal))
        {
            throw ProcessFailure.NotStarted(call.Program, $"{call.Path}: {result.StandardError[LauncherMode.FailureMark.Length..]}");
        }

        return call.Options.IsSuccessExitCode(result.ExitCode) ? result : throw ProcessFailure.Ended(call.Program, result, log);
    }

    /// <summary>Asks, waits for all of it, and kills what is left.</summary>
    private async Task EndAsync()
    {
        child.Terminate();
        var clock = Stopwatch.StartNew();
        var stopped = TimeSpan.MaxValue;
        while (child.IsAlive() && clock.Elapsed < call.Options.GracePeriod)
        {
            stopped = stop.IsCancellationRequested && stopped == TimeSpan.MaxValue ? clock.Elapsed : stopped;
            if (clock.Elapsed - stopGrace >= stopped)
            {
                break;
            }

            await Task.Delay(Poll, CancellationToken.None);
        }

        clock.Restart();
        while (child.IsAlive() && clock.Elapsed < KillTime)
        {
            child.Kill();
            await Task.Delay(Poll, CancellationToken.None);
        }

        await Task.WhenAny(child.Exited, Task.Delay(KillTime, CancellationToken.None));
    }

    /// <summary>What the program wrote is taken; what others write who hold its outputs open is not waited for. A run that stops has no time for more than is there.</summary>
    private async Task DrainAsync(OutputLog log, Task outputs, bool hurries)
    {
        await Task.WhenAny(outputs, Task.Delay(hurries ? QuietTime : DrainTime, CancellationToken.None));
        child.KillLeftovers();
        var clock = Stopwatch.StartNew();
        long? before = null;
        while (!outputs.IsCompleted && !hurries && clock.Elapsed < LongestDrain)
        {
            var settled = log.Settled;
            if (settled is not null && settled == before)
            {
                return;
            }

            before = settled;
            await Task.WhenAny(outputs, Task.Delay(QuietTime, CancellationToken.None));
        }
    }

    private async Task FeedAsync(CancellationToken abandon)
    {
        try
        {
            child.Release();
            if (call.Options.Input is { } source)
            {
                await CopyAsync(source, abandon);
            }

            child.Input.Close();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The program does not read, or has ended.
        }
    }

    private async Task CopyAsync(Stream source, CancellationToken abandon)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            int read;
            try
            {
                read = await source.ReadAsync(buffer, abandon);
            }
            catch (Exception e) when (!abandon.IsCancellationRequested)
            {
                _inputFailure = e;
                await _failed.CancelAsync();
                return;
            }

            if (read == 0)
            {
                return;
            }

            await child.Input.WriteAsync(buffer.AsMemory(0, read), abandon);
        }
    }
}
