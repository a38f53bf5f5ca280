using System.Collections.Concurrent;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

public sealed class DurableLoopTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Results_come_in_the_order_of_the_input(int parallelism)
    {
        List<int> results = [];
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            results = [.. await scope.Context.ForEachAsync(Enumerable.Range(0, 5000), i => $"k{i}", (i, _) => Task.FromResult(i), parallelism)])));
        Assert.Null(outcome.Error);
        Assert.Equal(Enumerable.Range(0, 5000), results);
    }

    [Fact]
    public async Task No_more_items_run_at_once_than_asked_for()
    {
        var running = 0;
        var most = 0;
        await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync(Enumerable.Range(0, 60), i => $"k{i}", async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(2);
                Interlocked.Decrement(ref running);
            }, parallelism: 4))));
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task Finished_items_do_not_run_again_and_failed_ones_do()
    {
        var runs = new ConcurrentBag<int>();
        var fails = true;
        var action = Plan.Action("loop", OnFailure.Keep, Plan.Step("one", async scope =>
            await scope.WriteRowsAsync(
                await scope.Context.ForEachAsync(Enumerable.Range(0, 10), i => $"k{i}", (i, _) =>
                {
                    runs.Add(i);
                    return i == 6 && fails ? throw new InvalidOperationException("boom") : Task.FromResult(i);
                }),
                Codecs.Int), rows: true));
        Assert.Equal("boom", (await _bench.StartAsync(action)).Error?.Message);
        fails = false;
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9], runs.Order());
    }

    [Fact]
    public async Task Duplicate_key_fails_the_loop_naming_both_items()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync(["a", "b", "a"], k => k, (_, _) => Task.CompletedTask))));
        Assert.Contains("Items 0 and 2 of the loop have the same key 'a'", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_of_more_than_a_kibibyte_is_refused()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync([new string('ä', 513)], k => k, (_, _) => Task.CompletedTask))));
        Assert.Contains("1024 bytes", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_loop_of_the_same_name_is_refused()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
        {
            await scope.Context.ForEachAsync([1], i => $"{i}", (_, _) => Task.CompletedTask);
            await scope.Context.ForEachAsync([1], i => $"{i}", (_, _) => Task.CompletedTask);
        })));
        Assert.Contains("two loops", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_inside_an_item_is_refused()
    {
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync([1], i => $"{i}", (_, _) =>
                scope.Context.ForEachAsync([1], i => $"{i}", (_, _) => Task.CompletedTask, name: "inner")))));
        Assert.Contains("inside the body", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effect_in_an_item_has_the_items_key()
    {
        string? seen = null;
        await _bench.StartAsync(Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync(["a.png"], k => k, (_, ct) => scope.Context.Engine.EffectAsync(Plan.Call("upload", "d", (key, _) =>
            {
                seen = key;
                return Task.FromResult(1);
            }), ct), name: "files"))));
        Assert.Equal($"{_bench.Last.Id.Text}/one/files/a.png/upload/1", seen);
    }

    [Fact]
    public async Task Finished_items_that_vanished_from_the_input_are_named_once()
    {
        var input = new[] { "a", "b", "c" };
        var action = Plan.Action("loop", OnFailure.Keep, Plan.Step("one", async scope =>
        {
            await scope.Context.ForEachAsync(input, k => k, (_, _) => Task.CompletedTask);
            _ = input.Length == 3 ? throw new InvalidOperationException("boom") : 0;
        }));
        await _bench.StartAsync(action);
        input = ["a", "d"];
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
        var warning = Assert.Single(_bench.Events(), e => e.Level == "warning");
        Assert.Contains("2 finished items", warning.Data.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_in_a_loop_keeps_what_was_finished()
    {
        using var stop = new CancellationTokenSource();
        var runs = new ConcurrentBag<int>();
        var action = Plan.Action(Plan.Step("one", async scope =>
            await scope.Context.ForEachAsync(Enumerable.Range(0, 100), i => $"k{i}", async (i, ct) =>
            {
                runs.Add(i);
                if (i == 20)
                {
                    await stop.CancelAsync();
                }

                ct.ThrowIfCancellationRequested();
            })));
        Assert.Equal(RunState.Stopped, (await _bench.StartAsync(action, stop.Token)).State);
        Assert.Equal(20, JournalReader.Look(_bench.Last, JournalReader.ReadLoops)[0].Done);
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(action)).ExitCode);
        Assert.Equal(101, runs.Count);
        Assert.Equal(2, runs.Count(i => i == 20));
    }
}
