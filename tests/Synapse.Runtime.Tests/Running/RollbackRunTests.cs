using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;
using Synapse.Wiring;

namespace Synapse.Runtime.Tests.Running;

public sealed class RollbackRunTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Failure_undoes_finished_steps_in_reverse_with_their_own_output()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Undoable("one", 1), Undoable("two", 2), Failing("three")));
        Assert.Equal((ExitCode.Failed, RunState.RolledBack), (outcome.ExitCode, outcome.State));
        Assert.Equal("three", outcome.Error?.Step);
        Assert.Equal(["undo two 2", "undo one 1"], _bench.Effects.Read());
    }

    [Fact]
    public async Task Failing_rollback_is_named_and_the_others_go_on()
    {
        var outcome = await _bench.StartAsync(Plan.Action(
            Undoable("one", 1),
            Plan.Step("two", _ => { }, _ => throw new InvalidOperationException("stuck")),
            Failing("three")));
        Assert.Equal((ExitCode.RollbackIncomplete, RunState.RollbackIncomplete), (outcome.ExitCode, outcome.State));
        Assert.Equal(["undo one 1"], _bench.Effects.Read());
        var leftover = Assert.Single(outcome.Leftovers);
        Assert.Equal("two", leftover.Step);
        Assert.Contains("stuck", leftover.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_rollback_does_only_what_is_missing()
    {
        var stuck = true;
        var action = Plan.Action(
            Undoable("one", 1),
            Plan.Step("two", _ => { }, _ => _bench.Effects.Add(stuck ? throw new InvalidOperationException("stuck") : "undo two")),
            Failing("three"));
        await _bench.StartAsync(action);
        stuck = false;
        var outcome = await _bench.RollbackAsync(action);
        Assert.Equal((ExitCode.Done, RunState.RolledBack), (outcome.ExitCode, outcome.State));
        Assert.Equal(["undo one 1", "undo two"], _bench.Effects.Read());
    }

    [Fact]
    public async Task Failed_step_itself_is_undone_only_where_it_says_so()
    {
        await _bench.StartAsync(Plan.Action(Plan.Step(
            "one",
            _ => throw new InvalidOperationException("boom"),
            _ =>
            {
                _bench.Effects.Add("undo");
                return Task.CompletedTask;
            },
            inFlight: true)));
        Assert.Equal(["undo"], _bench.Effects.Read());
    }

    [Fact]
    public async Task Unfinished_step_sees_what_its_loop_did()
    {
        List<int>? seen = null;
        bool? complete = null;
        await _bench.StartAsync(Plan.Action(Plan.Step(
            "one",
            async scope =>
            {
                await scope.Context.ForEachAsync([1, 2, 3], i => $"k{i}", (i, _) =>
                    i == 3 ? throw new InvalidOperationException("boom") : Task.FromResult(i * 10));
            },
            scope =>
            {
                var rows = scope.ReadRows(0, Codecs.Int);
                (seen, complete) = ([.. rows], rows.IsComplete);
                return Task.CompletedTask;
            },
            rows: true,
            inFlight: true)));
        Assert.Equal([10, 20], seen!);
        Assert.False(complete);
    }

    [Fact]
    public async Task Completed_run_can_be_rolled_back()
    {
        var action = Plan.Action(Undoable("one", 1));
        await _bench.StartAsync(action);
        Assert.Equal(ExitCode.Done, (await _bench.RollbackAsync(action)).ExitCode);
        Assert.Equal(["undo one 1"], _bench.Effects.Read());
    }

    [Theory]
    [InlineData(true, (int)ExitCode.Done)]
    [InlineData(false, (int)ExitCode.Failed)]
    public async Task Interrupted_rollback_ends_as_it_would_have_whoever_goes_on_with_it(bool isAsked, int code)
    {
        using var stop = new CancellationTokenSource();
        var interrupts = true;
        var action = Plan.Action("failing", isAsked ? OnFailure.Keep : OnFailure.Rollback, Plan.Step("one", static _ => { }, _ =>
        {
            if (interrupts)
            {
                interrupts = false;
                stop.Cancel();
                throw new OperationCanceledException();
            }
        }), Failing("two"));
        var started = await _bench.StartAsync(action, isAsked ? default : stop.Token);
        if (isAsked)
        {
            Assert.Equal(RunState.Failed, started.State);
            started = await RunSession.RollbackAsync(Plan.Plugin(action), _bench.Last, _bench.Options, stop.Token);
        }

        Assert.Equal((ExitCode.Interrupted, RunState.RollingBack), (started.ExitCode, started.State));
        var outcome = await _bench.ResumeAsync(action);
        Assert.Equal((code, RunState.RolledBack), ((int)outcome.ExitCode, outcome.State));
        Assert.Equal("boom", outcome.Error!.Message);
    }

    [Fact]
    public async Task Incomplete_rollback_after_a_failure_stays_a_failure_for_a_resume()
    {
        var stuck = true;
        var action = Plan.Action(Plan.Step("one", static _ => { }, _ =>
        {
            if (stuck)
            {
                throw new IOException("stuck");
            }
        }), Failing("two"));
        await _bench.StartAsync(action);
        Assert.Equal(ExitCode.RollbackIncomplete, (await _bench.RollbackAsync(action)).ExitCode);
        stuck = false;
        Assert.Equal(ExitCode.Failed, (await _bench.ResumeAsync(action)).ExitCode);
    }

    [Fact]
    public async Task Skipped_step_is_never_undone()
    {
        await _bench.StartAsync(Plan.Action(
            Plan.Step("one", _ => Task.CompletedTask, _ => throw new InvalidOperationException("never"), _ => "not needed"),
            Failing("two")));
        Assert.Equal(RunState.RolledBack, _bench.Run().State);
    }

    [Fact]
    public async Task Rolled_back_run_cannot_be_resumed()
    {
        var action = Plan.Action(Failing("one"));
        await _bench.StartAsync(action);
        var outcome = await _bench.ResumeAsync(action);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("rolled back", outcome.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_loop_tries_every_item_and_repeats_only_the_failed_ones()
    {
        var stuck = true;
        var action = Plan.Action(
            Plan.Step(
                "one",
                _ => Task.CompletedTask,
                scope => scope.Context.ForEachAsync([1, 2, 3], i => $"k{i}", (i, _) =>
                {
                    _bench.Effects.Add($"undo {i}");
                    return i == 1 && stuck ? throw new InvalidOperationException("stuck") : Task.CompletedTask;
                })),
            Failing("two"));
        Assert.Equal(ExitCode.RollbackIncomplete, (await _bench.StartAsync(action)).ExitCode);
        Assert.Equal(["undo 1", "undo 2", "undo 3"], _bench.Effects.Read());
        stuck = false;
        Assert.Equal(ExitCode.Done, (await _bench.RollbackAsync(action)).ExitCode);
        Assert.Equal(["undo 1", "undo 2", "undo 3", "undo 1"], _bench.Effects.Read());
    }

    [Fact]
    public async Task Step_without_rollback_that_created_something_is_named()
    {
        var outcome = await _bench.StartAsync(Plan.Action(
            Plan.Step("one", async scope =>
                await scope.Context.Engine.EffectAsync(Plan.Call("create", "d", (_, _) => Task.FromResult(1)), default)),
            Failing("two")));
        Assert.Equal("one", Assert.Single(outcome.Leftovers).Step);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
    }

    private StepDescriptor Undoable(string name, int value) => Plan.Step(
        name,
        scope => scope.Write(value, Codecs.Int),
        scope => _bench.Effects.Add($"undo {name} {scope.Read(value - 1, Codecs.Int)}"));

    private static StepDescriptor Failing(string name) => Plan.Step(name, _ => throw new InvalidOperationException("boom"));
}
