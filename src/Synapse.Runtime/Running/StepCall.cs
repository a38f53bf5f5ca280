using System.Diagnostics;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>Runs author's code so that a stop does not have to wait for it.</summary>
internal static class StepCall
{
    /// <summary>Only a failure of the run's own state is thrown; everything else is an end of the call.</summary>
    public static async Task<CallEnd> RunAsync(StepEngine engine, Func<Task> body)
    {
        var started = Stopwatch.GetTimestamp();
        var stop = engine.Run.Stop;
        var call = Task.Run(body, CancellationToken.None);

        // What led here is told while the body already runs.
        engine.Run.Events.Flush();
        try
        {
            await call.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!call.IsCompleted)
            {
                await Task.WhenAny(call, Task.Delay(engine.Run.Options.Grace, CancellationToken.None));
            }

            if (!call.IsCompleted)
            {
                engine.Fence();
                return new CallEnd(CallResult.GivenUp, Stopwatch.GetElapsedTime(started), null);
            }

            await call;
            return new CallEnd(CallResult.Completed, Stopwatch.GetElapsedTime(started), null);
        }
        catch (Exception e) when (e is JournalException or StateException)
        {
            throw;
        }
        catch (Exception e)
        {
            // What fails after a stop was asked for mostly fails because of it, and a stop never rolls back.
            var result = stop.IsCancellationRequested ? CallResult.Interrupted : CallResult.Failed;
            return new CallEnd(result, Stopwatch.GetElapsedTime(started), e);
        }
    }
}

internal enum CallResult
{
    Completed,
    Failed,
    Interrupted,

    /// <summary>The body still runs: this process must not go on with the run.</summary>
    GivenUp,
}

internal sealed record CallEnd(CallResult Result, TimeSpan Duration, Exception? Failure);
