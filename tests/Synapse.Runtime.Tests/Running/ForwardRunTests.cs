using System.Text;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

public sealed class ForwardRunTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Output_reaches_the_next_step_and_the_result()
    {
        var outcome = await _bench.StartAsync(Plan.Action(
            Plan.Step("one", scope => scope.Write(20, Codecs.Int)),
            Plan.Step("two", scope => scope.Write(scope.Read(0, Codecs.Int) + 1, Codecs.Int))));
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal("21", Encoding.UTF8.GetString(outcome.Result!));
        Assert.Equal(RunState.Completed, _bench.Run().State);
        Assert.Equal(100, _bench.Run().HighWater);
    }

    [Fact]
    public async Task Skipped_step_has_no_output_and_its_reason_is_journaled()
    {
        var has = true;
        var outcome = await _bench.StartAsync(Plan.Action(
            Plan.Step("one", scope => Task.CompletedTask, skip: _ => "no files"),
            Plan.Step("two", scope => has = scope.Has(0))));
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.False(has);
        Assert.Equal([StepState.Skipped, StepState.Completed], _bench.StepStates());
        Assert.Equal("no files", JournalReader.Look(_bench.Last, JournalReader.ReadSteps)[0].Reason);
    }

    [Fact]
    public async Task Skip_condition_that_threw_is_asked_again_by_a_resume()
    {
        var asked = 0;
        var action = Plan.Action("skips", OnFailure.Keep, Plan.Step(
            "one",
            _ => throw new InvalidOperationException("must not run"),
            skip: _ => ++asked == 1 ? throw new IOException("not reachable") : "not needed"));
        Assert.Equal(ExitCode.Failed, (await _bench.StartAsync(action)).ExitCode);
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
        Assert.Equal([StepState.Skipped], _bench.StepStates());
        Assert.Null(JournalReader.Look(_bench.Last, JournalReader.ReadSteps)[0].Error);
    }

    [Fact]
    public async Task Body_does_not_start_after_a_stop_during_its_skip_condition()
    {
        using var stop = new CancellationTokenSource();
        var outcome = await _bench.StartAsync(
            Plan.Action(Plan.Step("one", _ => throw new InvalidOperationException("must not run"), skip: _ =>
            {
                stop.Cancel();
                return null;
            })),
            stop.Token);
        Assert.Equal((ExitCode.Interrupted, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Empty(_bench.Attempts());
    }

    [Fact]
    public async Task Rows_are_read_as_often_as_wanted()
    {
        var sums = new List<int>();
        await _bench.StartAsync(Plan.Action(
            Plan.Step("rows", scope => scope.WriteRowsAsync(Numbers(1300), Codecs.Int), rows: true),
            Plan.Step("sum", scope =>
            {
                var rows = scope.ReadRows(0, Codecs.Int);
                sums.AddRange([rows.Count, rows.Sum(), rows.Sum()]);
            })));
        Assert.Equal([1300, 1300 * 1299 / 2, 1300 * 1299 / 2], sums);
    }

    [Fact]
    public async Task List_of_an_earlier_step_is_passed_on_by_reference()
    {
        var count = 0;
        await _bench.StartAsync(Plan.Action(
            Plan.Step("rows", scope => scope.WriteRowsAsync(Numbers(5), Codecs.Int), rows: true),
            Plan.Step("pass", scope => scope.WriteRowsAsync(scope.ReadRows(0, Codecs.Int), Codecs.Int), rows: true),
            Plan.Step("count", scope => count = scope.ReadRows(1, Codecs.Int).Count)));
        Assert.Equal(5, count);
        Assert.Single(JournalReader.Look(_bench.Last, JournalReader.ReadLoops));
    }

    [Fact]
    public async Task Rows_of_a_failed_attempt_are_started_again()
    {
        var read = 0;
        var action = Plan.Action(
            "rows",
            OnFailure.Keep,
            Plan.Step("rows", scope => scope.WriteRowsAsync(Numbers(13_000, failAt: scope.Attempt.Number == 1 ? 12_000 : -1), Codecs.Int), rows: true),
            Plan.Step("read", scope => read = scope.ReadRows(0, Codecs.Int).Count()));
        Assert.Equal(ExitCode.Failed, (await _bench.StartAsync(action)).ExitCode);
        Assert.Equal(8192, JournalReader.Look(_bench.Last, JournalReader.ReadLoops)[0].Done);
        await _bench.ResumeAsync(action);
        Assert.Equal(13_000, read);
    }

    [Fact]
    public async Task Output_above_64_mebibytes_fails_the_step_naming_the_member()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", scope => scope.Write(0, new LargeCodec()))));
        Assert.Contains("'big'", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("IAsyncEnumerable", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_in_memory_is_journaled_row_by_row()
    {
        var read = new List<string>();
        await _bench.StartAsync(Plan.Action(
            Plan.Step("rows", scope => scope.WriteRowsAsync(new DurableList<string>(["a", "b"]), Codecs.Text), rows: true),
            Plan.Step("read", scope => read.AddRange(scope.ReadRows(0, Codecs.Text)))));
        Assert.Equal(["a", "b"], read);
    }

    [Fact]
    public async Task Kept_run_resumes_after_its_failed_step()
    {
        var fails = true;
        var action = Plan.Action(
            "kept",
            OnFailure.Keep,
            Plan.Step("one", scope =>
            {
                _bench.Effects.Add("one");
                scope.Write(1, Codecs.Int);
            }),
            Plan.Step("two", scope =>
            {
                _ = fails ? throw new InvalidOperationException("boom") : 0;
                scope.Write(scope.Read(0, Codecs.Int) + 1, Codecs.Int);
            }));
        var failed = await _bench.StartAsync(action);
        Assert.Equal((ExitCode.Failed, RunState.Failed, "boom"), (failed.ExitCode, failed.State, failed.Error?.Message));
        fails = false;
        var resumed = await _bench.ResumeAsync(action);
        Assert.Equal(ExitCode.Done, resumed.ExitCode);
        Assert.Equal(["one"], _bench.Effects.Read());
        Assert.Null(_bench.Run().Error);
    }

    [Fact]
    public async Task Attempt_keeps_its_key_and_counts_up()
    {
        var attempts = new List<StepAttempt>();
        var action = Plan.Action("a", OnFailure.Keep, Plan.Step("one", scope =>
        {
            attempts.Add(scope.Attempt);
            _ = attempts.Count < 3 ? throw new InvalidOperationException("boom") : 0;
        }));
        await _bench.StartAsync(action);
        await _bench.ResumeAsync(action);
        await _bench.ResumeAsync(action);
        Assert.Equal([1, 2, 3], attempts.Select(attempt => attempt.Number));
        Assert.Single(attempts.Select(attempt => attempt.Key).Distinct());
    }

    [Fact]
    public async Task Stop_ends_the_run_without_rollback()
    {
        using var stop = new CancellationTokenSource();
        var action = Plan.Action(
            Plan.Step("one", _ => { }, _ => _bench.Effects.Add("undo")),
            Plan.Step("two", async scope =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, scope.CancellationToken);
            }));
        var outcome = await _bench.StartAsync(action, stop.Token);
        Assert.Equal((ExitCode.Interrupted, RunState.Stopped), (outcome.ExitCode, outcome.State));
        Assert.Empty(_bench.Effects.Read());
        Assert.Equal(RunState.Stopped, _bench.Run().State);
    }

    [Fact]
    public async Task Body_that_returned_in_spite_of_a_stop_is_completed()
    {
        using var stop = new CancellationTokenSource();
        var action = Plan.Action(Plan.Step("one", _ => stop.Cancel()), Plan.Step("two", _ => _bench.Effects.Add("two")));
        await _bench.StartAsync(action, stop.Token);
        Assert.Equal([StepState.Completed, StepState.Pending], _bench.StepStates());
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
    }

    [Fact]
    public async Task Body_that_ignores_a_stop_is_given_up_and_can_do_nothing_more()
    {
        using var stop = new CancellationTokenSource();
        using var release = new SemaphoreSlim(0);
        var after = new TaskCompletionSource<Exception?>();
        var action = Plan.Action(Plan.Step("one", async scope =>
        {
            await stop.CancelAsync();
            await release.WaitAsync();
            after.SetResult(Record.Exception(() => scope.Write(1, Codecs.Int)));
        }));
        var outcome = await _bench.StartAsync(action, stop.Token);
        Assert.Equal(RunState.Stopped, outcome.State);
        release.Release();
        Assert.IsType<OperationCanceledException>(await after.Task);
    }

    [Fact]
    public async Task Cancellation_of_the_authors_own_is_a_failure()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", _ => throw new OperationCanceledException("own"))));
        Assert.Equal((ExitCode.Failed, RunState.RolledBack), (outcome.ExitCode, outcome.State));
    }

    [Fact]
    public async Task Effect_outside_a_loop_is_made_once_over_attempts()
    {
        var keys = new List<string>();
        var action = Plan.Action("e", OnFailure.Keep, Plan.Step("one", async scope =>
        {
            await scope.Context.Engine.EffectAsync(Plan.Call("create", "digest", (key, _) =>
            {
                keys.Add(key);
                return Task.FromResult(7);
            }), default);
            _ = scope.Attempt.Number == 1 ? throw new InvalidOperationException("boom") : 0;
        }));
        await _bench.StartAsync(action);
        await _bench.ResumeAsync(action);
        Assert.Equal([$"{_bench.Last.Id.Text}/one/create/1"], keys);
    }

    [Fact]
    public async Task Effect_repeated_with_another_request_is_refused_naming_both()
    {
        var action = Plan.Action("e", OnFailure.Keep, Plan.Step("one", async scope =>
        {
            await scope.Context.Engine.EffectAsync(Plan.Call("create", $"d{scope.Attempt.Number}", (_, _) => Task.FromResult(7)), default);
            throw new InvalidOperationException("boom");
        }));
        await _bench.StartAsync(action);
        var outcome = await _bench.ResumeAsync(action);
        Assert.Contains("'d1'", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("'d2'", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_is_there_at_the_next_attempt()
    {
        var found = new List<long?>();
        var action = Plan.Action("c", OnFailure.Keep, Plan.Step("one", async scope =>
        {
            found.Add(scope.Context.LoadCheckpoint()?.Number);
            await scope.Context.SaveCheckpointAsync(found.Count, stream => stream.WriteAsync(new byte[10]).AsTask());
            throw new InvalidOperationException("boom");
        }));
        await _bench.StartAsync(action);
        await _bench.ResumeAsync(action);
        Assert.Equal([null, 1L], found);
    }

    [Fact]
    public async Task Random_and_time_are_the_same_after_a_resume()
    {
        var seen = new List<(int, DateTimeOffset)>();
        var action = Plan.Action("r", OnFailure.Keep, Plan.Step("one", scope =>
        {
            seen.Add((scope.Context.Random.Next(), scope.Context.UtcNow));
            throw new InvalidOperationException("boom");
        }));
        await _bench.StartAsync(action);
        await _bench.ResumeAsync(action);
        Assert.Equal(seen[0], seen[1]);
    }

    private sealed class LargeCodec : Synapse.Journaling.Codec<int>
    {
        public override string Shape => "large";

        public override void Write(System.Text.Json.Utf8JsonWriter writer, int value)
        {
            writer.WriteStartObject();
            writer.WriteString("small", "x");
            writer.WriteString("big", new string('x', 65 * 1024 * 1024));
            writer.WriteEndObject();
        }

        public override int Read(ref System.Text.Json.Utf8JsonReader reader) => 0;
    }

    private static async IAsyncEnumerable<int> Numbers(int count, int failAt = -1)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            _ = i == failAt ? throw new InvalidOperationException("boom") : 0;
            yield return i;
        }
    }
}
