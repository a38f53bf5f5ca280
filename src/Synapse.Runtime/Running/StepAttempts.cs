using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Reporting;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>
/// One step through its attempts. A failure and the start of the next attempt are one transaction; between retries
/// nothing is rolled back. The last failure is left to the caller, who knows what follows from it.
/// </summary>
internal sealed class StepAttempts(RunWorld run, Boundary boundary, StepRow row)
{
    private StepDescriptor Step => run.Action.Steps[row.Position];

    /// <summary>The number of the attempt at work.</summary>
    public int Number { get; private set; } = row.Attempt;

    public async Task<CallEnd> RunAsync()
    {
        var failures = IsRetrying ? FailuresSoFar() : 0;
        var notBefore = row.NotBefore;
        var cause = IsRetrying ? AttemptCause.Retry : row.State == StepState.Pending ? AttemptCause.First : AttemptCause.Resume;
        while (true)
        {
            var end = await RunOnceAsync(cause, notBefore);
            if (!end.IsFailure || ++failures > Step.Retries)
            {
                return end;
            }

            (cause, notBefore) = (AttemptCause.Retry, run.Options.Clock.GetUtcNow() + RetryDelay.After(Step.RetryDelay, failures));
            Fail(end, notBefore.Value);
            if (end.Result == CallResult.GivenUp)
            {
                return end with { IsToBeRetried = true };
            }
        }
    }

    private bool IsRetrying => row.NotBefore is not null;

    private async Task<CallEnd> RunOnceAsync(AttemptCause cause, DateTimeOffset? notBefore)
    {
        var number = ++Number;
        run.Meter.Restart(row.Position);
        boundary.Add(
            new StepStarted(row.Position, number, cause, notBefore),
            () => RunEvents.Step(run, EventTypes.StepStarted, row.Position, number));
        boundary.Commit();
        if (notBefore is { } time && !await WaitAsync(time))
        {
            return new CallEnd(CallResult.Interrupted, TimeSpan.Zero, null);
        }

        var limit = new AttemptLimit(Step.Timeout, run.Stop);
        var engine = new StepEngine(run, row.Position, JournalPhase.Forward, number, limit.Token);
        var scope = new CallScope(engine);
        var end = await StepCall.RunAsync(engine, async () => await Step.Run(scope), limit);
        if (end.Result != CallResult.GivenUp)
        {
            limit.Dispose();
        }

        if (end.Result == CallResult.Completed)
        {
            Complete(number, scope, end);
        }

        return end;
    }

    private void Complete(int number, CallScope scope, CallEnd end)
    {
        if (scope.LastRows is { } rows)
        {
            boundary.Add(rows);
        }

        run.Outputs[row.Position] = scope.Output;
        run.Meter.Finish(row.Position);
        boundary.Add(
            new StepCompleted(row.Position, scope.Output, end.Duration),
            () => RunEvents.Step(run, EventTypes.StepCompleted, row.Position, number, end.Duration));
    }

    private void Fail(CallEnd end, DateTimeOffset retryAt)
    {
        var number = Number;
        var wait = retryAt - run.Options.Clock.GetUtcNow();
        boundary.Add(
            new StepFailed(row.Position, RunError.From(end.Failure!, Step.Name, Number), end.Duration, retryAt),
            () => RunEvents.Retried(run, row.Position, number, end, wait));
    }

    // The clock may have been set back meanwhile: no wait is longer than the longest there is.
    private async Task<bool> WaitAsync(DateTimeOffset notBefore)
    {
        run.Events.Flush();
        var left = notBefore - run.Options.Clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left < RetryDelay.Longest ? left : RetryDelay.Longest, run.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !run.Stop.IsCancellationRequested;
    }

    private int FailuresSoFar()
    {
        var failures = 0;
        foreach (var attempt in Enumerable.Reverse(run.Journal.Read(JournalReader.ReadAttempts)))
        {
            if (attempt.Position != row.Position || attempt.Phase != JournalPhase.Forward)
            {
                continue;
            }

            failures += attempt.Outcome == AttemptOutcome.Failed ? 1 : 0;
            if (attempt.Cause != AttemptCause.Retry)
            {
                break;
            }
        }

        return failures;
    }
}
