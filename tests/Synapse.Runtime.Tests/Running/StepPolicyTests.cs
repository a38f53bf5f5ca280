using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

public sealed class StepPolicyTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Failed_attempt_is_repeated_as_often_as_the_step_allows()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", FailingUntil(attempt: 4), retries: 3)));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(
            [(AttemptCause.First, AttemptOutcome.Failed), (AttemptCause.Retry, AttemptOutcome.Failed), (AttemptCause.Retry, AttemptOutcome.Failed), (AttemptCause.Retry, AttemptOutcome.Completed)],
            _bench.Attempts().Select(attempt => (attempt.Cause, attempt.Outcome!.Value)));
    }

    [Fact]
    public async Task Step_fails_when_its_retries_are_used_up()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", FailingUntil(attempt: 9), retries: 2)));

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Equal("attempt 3", outcome.Error!.Message);
        Assert.Equal(3, _bench.Attempts().Count);
    }

    [Fact]
    public async Task Nothing_is_undone_between_retries()
    {
        var undone = 0;
        var undoneAtRetry = -1;
        await _bench.StartAsync(Plan.Action(
            Plan.Step("before", scope => Task.CompletedTask, rollback: scope => { undone++; return Task.CompletedTask; }),
            Plan.Step("one", scope =>
            {
                if (scope.Attempt.Number == 2)
                {
                    undoneAtRetry = undone;
                }

                throw new InvalidOperationException();
            }, retries: 1)));

        Assert.Equal((0, 1), (undoneAtRetry, undone));
    }

    [Fact]
    public async Task Key_is_the_same_at_every_attempt()
    {
        var keys = new List<string>();
        await _bench.StartAsync(Plan.Action(Plan.Step("one", scope =>
        {
            keys.Add(scope.Attempt.Key);
            return scope.Attempt.Number < 3 ? throw new InvalidOperationException() : Task.CompletedTask;
        }, retries: 2)));

        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Stop_during_the_wait_for_a_retry_leaves_the_run_resumable()
    {
        using var stop = new CancellationTokenSource();
        var action = Plan.Action(Plan.Step("one", FailingUntil(attempt: 2, then: stop.Cancel), retries: 1, delay: TimeSpan.FromMinutes(1)));
        var outcome = await _bench.StartAsync(action, stop.Token);

        Assert.Equal(RunState.Stopped, outcome.State);
        Assert.NotNull(JournalReader.Look(_bench.Last, JournalReader.ReadSteps)[0].NotBefore);
    }

    [Fact]
    public async Task Resume_makes_the_retry_that_was_due()
    {
        using var stop = new CancellationTokenSource();
        var step = Plan.Step("one", FailingUntil(attempt: 3, then: stop.Cancel), retries: 1, delay: TimeSpan.FromMilliseconds(300));
        await _bench.StartAsync(Plan.Action(step), stop.Token);
        var outcome = await _bench.ResumeAsync(Plan.Action(step));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(AttemptCause.Retry, _bench.Attempts()[^1].Cause);
    }

    [Fact]
    public async Task Attempt_that_takes_too_long_is_cancelled_and_fails()
    {
        var outcome = await _bench.StartAsync(Plan.Action(
            Plan.Step("slow", scope => Task.Delay(Timeout.Infinite, scope.CancellationToken), timeout: Soon)));

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Equal(nameof(TimeoutException), outcome.Error!.Type);
        Assert.Contains("slow did not finish within 50 ms", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_is_retried_like_any_failure()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step(
            "slow", scope => scope.Attempt.Number < 3 ? Task.Delay(Timeout.Infinite, scope.CancellationToken) : Task.CompletedTask, retries: 2, timeout: Soon)));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
    }

    [Fact]
    public async Task Body_that_returns_after_its_timeout_is_completed()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("late", async scope =>
        {
            await Task.Delay(Timeout.Infinite, scope.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }, timeout: Soon)));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
    }

    [Fact]
    public async Task Body_that_does_not_stop_costs_the_process_and_the_next_one_retries()
    {
        using var release = new ManualResetEventSlim();
        var action = Plan.Action(Plan.Step("stubborn", scope =>
        {
            if (scope.Attempt.Number == 1)
            {
                release.Wait();
            }

            return Task.CompletedTask;
        }, retries: 1, timeout: Soon));
        var first = await _bench.StartAsync(action);
        var crashes = _bench.Run().Crashes;
        var second = await _bench.ResumeAsync(action);
        release.Set();

        Assert.True(first.MustRestart);
        Assert.Equal(0, crashes);
        Assert.Equal(ExitCode.Done, second.ExitCode);
        Assert.Equal([AttemptOutcome.Failed, AttemptOutcome.Completed], _bench.Attempts().Select(attempt => attempt.Outcome!.Value));
    }

    [Fact]
    public async Task Retries_are_counted_over_processes()
    {
        using var release = new ManualResetEventSlim();
        var action = Plan.Action("stubborn", OnFailure.Keep, Plan.Step("stubborn", scope =>
        {
            release.Wait();
            return Task.CompletedTask;
        }, retries: 1, timeout: Soon));
        var first = await _bench.StartAsync(action);
        var second = await _bench.ResumeAsync(action);
        release.Set();

        Assert.True(first.MustRestart);
        Assert.False(second.MustRestart);
        Assert.Equal((ExitCode.Failed, RunState.Failed), (second.ExitCode, second.State));
    }

    [Fact]
    public async Task Body_that_does_not_stop_is_rolled_back_by_the_next_process()
    {
        using var release = new ManualResetEventSlim();
        var undone = new List<string>();
        var action = Plan.Action(
            Plan.Step("before", scope => Task.CompletedTask, rollback: scope => { undone.Add("before"); return Task.CompletedTask; }),
            Plan.Step("stubborn", scope => { release.Wait(); return Task.CompletedTask; }, timeout: Soon));
        var first = await _bench.StartAsync(action);
        var undoneByFirst = undone.Count;
        var second = await _bench.ResumeAsync(action);
        release.Set();

        Assert.True(first.MustRestart);
        Assert.Equal(0, undoneByFirst);
        Assert.Equal((ExitCode.Failed, RunState.RolledBack), (second.ExitCode, second.State));
        Assert.Equal(["before"], undone);
    }

    [Fact]
    public async Task Given_up_body_can_do_nothing_more()
    {
        using var release = new ManualResetEventSlim();
        var late = new TaskCompletionSource<Exception?>();
        var action = Plan.Action("late", OnFailure.Keep, Plan.Step("late", async scope =>
        {
            await Task.Yield();
            release.Wait();
            try
            {
                await scope.Context.ForEachAsync(["a"], item => item, (_, _) => Task.CompletedTask);
                late.SetResult(null);
            }
            catch (Exception e)
            {
                late.SetResult(e);
            }
        }, timeout: Soon));
        await _bench.StartAsync(action);
        release.Set();

        Assert.IsType<OperationCanceledException>(await late.Task);
    }

    [Fact]
    public async Task Failure_and_next_attempt_are_one_transaction()
    {
        StepState? seen = null;
        var open = 0L;
        await _bench.StartAsync(Plan.Action(Plan.Step("one", scope =>
        {
            seen = _bench.StepStates()[0];
            open = JournalReader.Look(_bench.Last, database => Open(database));
            return scope.Attempt.Number == 1 ? throw new InvalidOperationException() : Task.CompletedTask;
        }, retries: 1)));

        Assert.Equal((StepState.Intent, 1), (seen, open));
    }

    private static long Open(SqliteDatabase database) => database.QueryInt64("SELECT count(*) FROM attempt WHERE outcome IS NULL");

    private static Func<Wiring.StepScope, Task> FailingUntil(int attempt, Action? then = null) => scope =>
    {
        if (scope.Attempt.Number >= attempt)
        {
            return Task.CompletedTask;
        }

        _ = Task.Run(async () =>
        {
            await Task.Delay(Soon);
            then?.Invoke();
        });
        throw new InvalidOperationException($"attempt {scope.Attempt.Number}");
    };
}
