using System.Collections.Concurrent;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

/// <summary>Creating calls of one kind that are under way at once in one body.</summary>
public sealed class ParallelCallTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Second_call_without_a_key_fails_while_the_first_is_under_way()
    {
        var outcome = await CreateAsync(async scope =>
        {
            var answer = new TaskCompletionSource<int>();
            var first = Call(scope, null, answer.Task);
            var second = Assert.ThrowsAsync<RunException>(() => Call(scope, null, Task.FromResult(2)));
            answer.SetResult(1);
            await first;
            throw await second;
        });

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("Two calls of create_thing are under way at once", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("key:", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_without_keys_are_fine_one_after_another()
    {
        var keys = new ConcurrentQueue<string>();
        var outcome = await CreateAsync(async scope =>
        {
            await Call(scope, null, Task.FromResult(1), keys);
            await Call(scope, null, Task.FromResult(2), keys);
        });

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal([Key("1"), Key("2")], keys);
    }

    [Fact]
    public async Task Keys_tell_calls_apart_in_whatever_order_they_start()
    {
        var keys = new ConcurrentQueue<string>();
        var outcome = await CreateAsync(scope => Task.WhenAll(
            Call(scope, "b", Task.Delay(5).ContinueWith(static _ => 1, TaskScheduler.Default), keys), Call(scope, "a", Task.FromResult(2), keys), Call(scope, null, Task.FromResult(3), keys)));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal([Key("1"), Key("=a"), Key("=b")], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_calls_with_one_key_at_once_fail()
    {
        var outcome = await CreateAsync(async scope =>
        {
            var answer = new TaskCompletionSource<int>();
            var first = Call(scope, "a", answer.Task);
            var second = Assert.ThrowsAsync<RunException>(() => Call(scope, "a", Task.FromResult(2)));
            answer.SetResult(1);
            await first;
            throw await second;
        });

        Assert.Contains("with the key 'a' are under way at once", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_run_at_once_do_not_disturb_each_other_and_calls_within_one_do()
    {
        var keys = new ConcurrentQueue<string>();
        var outcome = await CreateAsync(async scope =>
        {
            await scope.Context.ForEachAsync(["x", "y"], static item => item, (_, _) => Call(scope, null, Task.Delay(20).ContinueWith(static _ => 1, TaskScheduler.Default), keys), parallelism: 2);
            await scope.Context.ForEachAsync(
                ["z"], static item => item, async (_, _) => (await Task.WhenAll(Call(scope, null, Task.Delay(20).ContinueWith(static _ => 1, TaskScheduler.Default)), Call(scope, null, Task.FromResult(2))))[0], new ForEachOptions { Name = "second" });
        });

        Assert.Equal(2, keys.Count);
        Assert.Contains("Two calls of create_thing are under way at once", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", "b")]
    [InlineData("ab", "a")]
    [InlineData("ab", "ab")]
    [InlineData("ba", "b")]
    public void Killed_between_them_each_is_repeated_under_its_own_key_in_another_order(string order, string hanging)
    {
        using (var process = Start("start", order, hanging))
        {
            // Answered ones must be durable before the kill, or they are in doubt as well.
            Pids.Until(() => _bench.Effects.Read().Count == 2 && Settled() == 2 - hanging.Length, "the calls were not made");
            process.Kill();
        }

        using (var process = Start("resume", string.Concat(order.Reverse()), ""))
        {
            Assert.Equal(0, process.WaitForExit());
        }

        var calls = _bench.Effects.Read().Select(static line => line.Split(' ')).ToLookup(static words => words[0], static words => words[1]);
        foreach (var thing in order)
        {
            var sent = calls[$"{thing}"].ToList();
            Assert.Equal(hanging.Contains(thing, StringComparison.Ordinal) ? 2 : 1, sent.Count);
            Assert.All(sent, key => Assert.EndsWith($"/create/{CreateLike.Kind}/={thing}", key, StringComparison.Ordinal));
        }

        Assert.Equal(2, Settled());
    }

    private int Settled() => JournalReader.Look(_bench.Last, JournalReader.ReadEffects).Count(static effect => effect.State == EffectState.Done);

    private TestProcess Start(string verb, string order, string hanging) =>
        TestProcess.Start("create", verb, _bench.State.Path, _bench.EffectPath, order, hanging);

    private string Key(string name) => $"{_bench.Last.Id.Text}/create/{CreateLike.Kind}/{name}";

    private Task<RunOutcome> CreateAsync(Func<Wiring.StepScope, Task> body) =>
        _bench.StartAsync(Plan.Action("create", OnFailure.Keep, Plan.Step("create", body)));

    private static Task<int> Call(Wiring.StepScope scope, string? key, Task<int> answer, ConcurrentQueue<string>? keys = null) => scope.Context.Engine.EffectAsync(
        Plan.Call(
            CreateLike.Kind,
            "digest",
            (sent, _) =>
            {
                keys?.Enqueue(sent);
                return answer;
            },
            key: key),
        default);
}
