using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Running;

/// <summary>Real processes, killed in the middle.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, 40)]
    [InlineData(8, 900)]
    [InlineData(8, 2500)]
    public void Killed_loop_resumes_without_repeating_finished_items(int parallelism, int killAt)
    {
        Kill("start", fails: false, parallelism, killAt);
        var (done, claimed) = Items(JournalPhase.Forward);
        Assert.Equal(0, Run("resume", fails: false, parallelism));

        var counts = Count("send ");
        Assert.Equal(UploadLike.Items, counts.Count);
        Assert.All(done, key => Assert.Equal(1, counts[key]));
        Assert.All(counts.Where(count => count.Value > 1), count => Assert.Contains(count.Key, claimed));
        Assert.InRange(claimed.Count, 0, parallelism + 1024);
    }

    [Theory]
    [InlineData(1, UploadLike.Items + 30)]
    [InlineData(8, UploadLike.Items + 1500)]
    public void Killed_rollback_resumes_without_repeating_what_is_undone(int parallelism, int killAt)
    {
        Kill("start", fails: true, parallelism, killAt);
        var (undone, _) = Items(JournalPhase.Rollback);
        Assert.Equal(1, Run("resume", fails: false, parallelism));

        Assert.Equal(RunState.RolledBack, _bench.Run().State);
        var counts = Count("undo ");
        Assert.Equal(UploadLike.Items, counts.Count);
        Assert.All(undone, key => Assert.Equal(1, counts[key]));
    }

    [Fact]
    public void Unfinished_loop_is_rolled_back_by_verb_with_its_items_in_doubt_known()
    {
        Kill("start", fails: false, parallelism: 4, killAt: 300);
        var (done, _) = Items(JournalPhase.Forward);
        Assert.Equal(0, Run("rollback", fails: false, parallelism: 4));
        Assert.Equal(done, Count("undo ").Keys.ToHashSet());
    }

    [Fact]
    public void Killed_again_and_again_the_run_still_ends()
    {
        for (var kill = 1; kill <= 4; kill++)
        {
            Kill(kill == 1 ? "start" : "resume", fails: false, parallelism: 8, killAt: kill * 500);
        }

        Assert.Equal(0, Run("resume", fails: false, parallelism: 8));
        Assert.Equal(UploadLike.Items, Count("send ").Count);
        Assert.Equal(0, _bench.Run().Crashes);
    }

    [Fact]
    public void Terminated_run_stops_with_its_code_and_resumes()
    {
        using (var process = Start("start", fails: false, parallelism: 4, slowAfter: 200))
        {
            WaitForEffects(200);
            process.Terminate();
            Assert.Equal(143, process.WaitForExit());
        }

        Assert.Equal(RunState.Stopped, _bench.Run().State);
        var before = _bench.Effects.Read().Count;
        Assert.Equal(0, Run("resume", fails: false, parallelism: 4));
        Assert.InRange(_bench.Effects.Read().Count, UploadLike.Items, UploadLike.Items + 8);
        Assert.InRange(before, 200, UploadLike.Items - 1);
    }

    [Fact]
    public void Terminated_rollback_goes_on_at_a_resume()
    {
        using (var process = Start("start", fails: true, parallelism: 4, slowAfter: UploadLike.Items + 200))
        {
            WaitForEffects(UploadLike.Items + 200);
            process.Terminate();
            Assert.Equal(143, process.WaitForExit());
        }

        Assert.Equal(RunState.RollingBack, _bench.Run().State);
        Assert.Equal(1, Run("resume", fails: false, parallelism: 4));
        Assert.Equal(RunState.RolledBack, _bench.Run().State);
        Assert.Equal(UploadLike.Items, Count("undo ").Count);
    }

    [Fact]
    public void Second_process_on_a_run_is_refused()
    {
        using var process = Start("start", fails: false, parallelism: 1, slowAfter: 50);
        WaitForEffects(50);
        Assert.Equal(5, Run("resume", fails: false, parallelism: 1));
        process.Kill();
    }

    private void Kill(string verb, bool fails, int parallelism, int killAt)
    {
        using var process = Start(verb, fails, parallelism, killAt);
        WaitForEffects(killAt);
        process.Kill();
        Assert.True(_bench.Run().State is RunState.Running or RunState.RollingBack, "the run ended before it was killed");
    }

    private void WaitForEffects(int count)
    {
        var deadline = Environment.TickCount64 + 60_000;
        while (_bench.Effects.Read().Count < count)
        {
            Assert.True(Environment.TickCount64 < deadline, $"only {_bench.Effects.Read().Count} of {count} effects");
            Thread.Sleep(1);
        }
    }

    private int Run(string verb, bool fails, int parallelism)
    {
        using var process = Start(verb, fails, parallelism);
        return process.WaitForExit();
    }

    private TestProcess Start(string verb, bool fails, int parallelism, int slowAfter = int.MaxValue) =>
        TestProcess.Start(verb, _bench.State.Path, _bench.EffectPath, $"{fails}", $"{parallelism}", $"{slowAfter}");

    private (HashSet<string> Done, HashSet<string> Claimed) Items(JournalPhase phase) => JournalReader.Look(_bench.Last, database =>
    {
        var loop = JournalReader.FindLoop(database, 1, phase, "")!;
        var done = new HashSet<string>();
        var claimed = new HashSet<string>();
        ItemReader.ScanKeys(database, loop.Id, (_, key, state) =>
            (state == ItemState.Done ? done : claimed).Add(System.Text.Encoding.UTF8.GetString(key)));
        return (done, claimed);
    });

    private Dictionary<string, int> Count(string prefix) => _bench.Effects.Read()
        .Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
        .CountBy(line => line[prefix.Length..])
        .ToDictionary();
}
