using System.Diagnostics;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>Runs author's code so that neither a stop nor a timeout has to wait for it.</summary>
internal static class StepCall
{
    public static Task<CallEnd> RunAsync(StepEngine engine, Func<Task> body) =>
        RunAsync(engine, body, new AttemptLimit(null, engine.Run.Stop));

    /// <summary>Only a failure of the run's own state is thrown; everything else is an end of the call.</summary>
    public static async Task<CallEnd> RunAsync(StepEngine engine, Func<Task> body, AttemptLimit limit)
    {
        var started = Stopwatch.GetTimestamp();
        var call = engine.Run.Bodies.Run(body);

        // What led here is told while the body already runs.
        engine.Run.Events.Flush();
        try
        {
            await call.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!call.IsCompleted)
            {
                await Task.WhenAny(call, Task.Delay(engine.Run.Options.Grace, CancellationToken.None));
            }

            if (!call.IsCompleted)
            {
                engine.Fence();
                return new CallEnd(CallResult.GivenUp, Stopwatch.GetElapsedTime(started), limit.HasPassed ? Timeout(engine, limit, null) : null);
            }

            await call;
            return Damaged(engine, started) ?? new CallEnd(CallResult.Completed, Stopwatch.GetElapsedTime(started), null);
        }
        catch (Exception e) when (e is JournalException or StateException)
        {
            throw;
        }
        catch (Exception e)
        {
            if (Damaged(engine, started) is { } damaged)
            {
                return damaged;
            }

            if (e is InDoubtException)
            {
                return new CallEnd(CallResult.InDoubt, Stopwatch.GetElapsedTime(started), e);
            }

            // What fails after a stop was asked for mostly fails because of it, and a stop never rolls back.
            var result = engine.Run.Stop.IsCancellationRequested ? CallResult.Interrupted : CallResult.Failed;
            return new CallEnd(result, Stopwatch.GetElapsedTime(started), limit.HasPassed && e is OperationCanceledException ? Timeout(engine, limit, e) : e);
        }
    }

    private static CallEnd? Damaged(StepEngine engine, long started) =>
        engine.Reading.Damage is { } damage ? new CallEnd(CallResult.Damaged, Stopwatch.GetElapsedTime(started), damage) : null;

    private static TimeoutException Timeout(StepEngine engine, AttemptLimit limit, Exception? cause) =>
        new($"Step {engine.Step.Name} did not finish within {Amount.Duration(limit.Timeout!.Value)}.", cause);
}

internal enum CallResult
{
    Completed,
    Failed,
    Interrupted,

    /// <summary>Nobody knows whether a call of the body was done: a person must say.</summary>
    InDoubt,

    /// <summary>What the body needed of the run's own records cannot be read.</summary>
    Damaged,

    /// <summary>The body still runs: this process must not go on with the run.</summary>
    GivenUp,
}

/// <param name="Result">How it ended.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failure">Why it failed; a call given up because of a stop has none.</param>
internal sealed record CallEnd(CallResult Result, TimeSpan Duration, Exception? Failure)
{
    /// <summary>The failure is journaled with a next attempt, which another process must make.</summary>
    public bool IsToBeRetried { get; init; }

    public bool IsFailure => Result == CallResult.Failed || (Result == CallResult.GivenUp && Failure is not null);
}
