using System.Collections.Concurrent;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

public sealed class LoopPolicyTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Item_that_fails_is_tried_again()
    {
        var tries = new ConcurrentDictionary<int, int>();
        var outcome = await LoopAsync(new() { Retries = 2, RetryDelay = AtOnce, Parallelism = 2 }, i =>
            tries.AddOrUpdate(i, 1, (_, count) => count + 1) < 3 && i == 4 ? throw new IOException("flaky") : i);

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(3, tries[4]);
        Assert.Equal(1, tries[5]);
    }

    [Fact]
    public async Task Item_is_not_tried_again_when_its_failure_is_not_worth_it()
    {
        var (bad, flaky) = (0, 0);
        var outcome = await LoopAsync(new() { Retries = 2, RetryDelay = AtOnce, AllowedFailures = 1, RetryWhen = e => e is IOException }, i =>
            i == 4 ? throw new ArgumentException($"try {++bad}") : i == 5 && ++flaky < 3 ? throw new IOException("flaky") : i);

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal((1, 3), (bad, flaky));
    }

    [Fact]
    public async Task Item_fails_when_its_retries_are_used_up()
    {
        var tries = 0;
        var outcome = await LoopAsync(new() { Retries = 2, RetryDelay = AtOnce }, i =>
            i == 4 ? throw new IOException($"try {++tries}") : i);

        Assert.Equal("try 3", outcome.Error!.Message);
    }

    [Fact]
    public async Task Allowed_failures_are_left_out_of_the_results_and_named()
    {
        DurableList<int>? list = null;
        List<int> results = [];
        IReadOnlyList<ItemFailure> failures = [];
        var outcome = await LoopAsync(new() { AllowedFailures = 2, Parallelism = 3 }, i => i % 5 == 0 ? throw new IOException($"bad {i}") : i, got =>
        {
            list = got;
            results = [.. got];
            failures = got.Failures;
        });

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal([1, 2, 3, 4, 6, 7, 8, 9], results);
        Assert.Equal(8, list!.Count);
        Assert.Equal([new("k0", "bad 0"), new("k5", "bad 5")], failures.OrderBy(failure => failure.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Loop_fails_at_one_failure_more_than_allowed()
    {
        var outcome = await LoopAsync(new() { AllowedFailures = 2 }, i => i % 3 == 0 ? throw new IOException($"bad {i}") : i);

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Matches("^3 of [0-9]+ items failed. The first: bad 0$", outcome.Error!.Message);
    }

    [Fact]
    public async Task Failures_of_a_later_step_are_read_from_the_journal()
    {
        IReadOnlyList<ItemFailure> failures = [];
        await _bench.StartAsync(Plan.Action(
            Plan.Step("loop", async scope => await scope.WriteRowsAsync(await scope.Context.ForEachAsync(
                Enumerable.Range(0, 3), i => $"k{i}", (i, _) => i == 1 ? throw new IOException("one") : Task.FromResult(i), new ForEachOptions { AllowedFailures = int.MaxValue }), Codecs.Int), rows: true),
            Plan.Step("read", scope => failures = scope.ReadRows(0, Codecs.Int).Failures)));

        Assert.Equal([new("k1", "one")], failures);
    }

    [Fact]
    public async Task Second_item_of_a_key_is_skipped_when_asked_for()
    {
        var runs = new ConcurrentBag<int>();
        var outcome = await _bench.StartAsync(Plan.Action(Plan.Step("loop", async scope => await scope.Context.ForEachAsync(
            Enumerable.Range(0, 10), i => $"k{i % 4}", (i, _) => { runs.Add(i); return Task.FromResult(i); }, new ForEachOptions { Duplicates = DuplicateItems.Skip }))));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal([0, 1, 2, 3], runs.Order());
    }

    [Fact]
    public async Task Vanished_items_fail_the_loop_when_asked_for()
    {
        var items = Enumerable.Range(0, 10).ToList();
        var fails = true;
        var action = Plan.Action("loop", OnFailure.Keep, Plan.Step("loop", scope => scope.Context.ForEachAsync(
            items, i => $"k{i}", (i, _) => i == 9 && fails ? throw new IOException("boom") : Task.FromResult(i), new ForEachOptions { Vanished = VanishedItems.Fail })));
        await _bench.StartAsync(action);
        items.RemoveAt(2);
        fails = false;
        var outcome = await _bench.ResumeAsync(action);

        Assert.Contains("k2", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_item_keeps_its_place_until_its_result_is_durable()
    {
        var seen = new ConcurrentBag<long>();
        var outcome = await LoopAsync(new() { Durability = ItemDurability.Strict }, i =>
        {
            seen.Add(JournalReader.Look(_bench.Last, database => Done(database)) - i);
            return i;
        });

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.All(seen, ahead => Assert.Equal(0, ahead));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Strict_loop_runs_all_items(int parallelism)
    {
        List<int> results = [];
        await LoopAsync(new() { Durability = ItemDurability.Strict, Parallelism = parallelism }, i => i, got => results = [.. got], count: 500);

        Assert.Equal(Enumerable.Range(0, 500), results);
    }

    private static long Done(SqliteDatabase database)
    {
        var done = 0;
        ItemReader.ScanKeys(database, 1, (_, _, state) => done += state == ItemState.Done ? 1 : 0);
        return done;
    }

    [Fact]
    public async Task Loop_says_how_many_items_finished_and_failed()
    {
        var told = new ConcurrentBag<LoopProgress>();
        await LoopAsync(new() { AllowedFailures = 2, Parallelism = 2, Progress = told.Add }, i => i % 5 == 0 ? throw new IOException("bad") : i);

        Assert.Equal(10, told.Count);
        Assert.Contains(new LoopProgress(8, 2, 10), told);
    }

    [Fact]
    public async Task Listener_that_throws_ends_the_loop_and_the_item_stays_finished()
    {
        var runs = 0;
        var outcome = await LoopAsync(new() { Retries = 3, RetryDelay = AtOnce, Progress = _ => throw new InvalidOperationException("deaf") }, i =>
        {
            runs++;
            return i;
        }, count: 1);

        Assert.Equal("deaf", outcome.Error!.Message);
        Assert.Equal(1, runs);
    }

    private Task<RunOutcome> LoopAsync(ForEachOptions options, Func<int, int> body, Action<DurableList<int>>? use = null, int count = 10) =>
        _bench.StartAsync(Plan.Action("loop", OnFailure.Keep, Plan.Step("loop", async scope =>
        {
            var list = await scope.Context.ForEachAsync(Enumerable.Range(0, count), i => $"k{i}", (i, _) => Task.Run(() => body(i), CancellationToken.None), options);
            use?.Invoke(list);
        })));
}
