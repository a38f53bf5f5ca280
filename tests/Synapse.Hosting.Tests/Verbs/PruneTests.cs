using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class PruneTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _state;

    public PruneTests() => _state = Path.Combine(_cli.Folder, StateFolder.FolderName);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Nothing_is_pruned_when_nothing_says_what_is_old()
    {
        Make(1, RunState.Completed);
        _cli.Run("runs", "prune").Fails(ExitCode.Usage, "--older 30d, or --keep-last 20");
        Assert.Single(Left());
    }

    [Fact]
    public void Runs_that_ended_long_ago_are_deleted_and_their_bytes_said()
    {
        Aged(Make(1, RunState.Completed), days: 31);
        Aged(Make(2, RunState.RolledBack), days: 31);
        var young = Aged(Make(3, RunState.Completed), days: 29);
        _cli.Run("runs", "prune", "--older", "30d").Succeeds("00000001  train   completed", "00000002  train   rolled_back", "2 runs, ", "KiB freed.");
        Assert.Equal([young.Id], Left());
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(_state, "runs")));
    }

    [Fact]
    public void The_newest_runs_stay_whatever_their_state()
    {
        var runs = Enumerable.Range(1, 4).Select(i => Make(i, i == 4 ? RunState.Failed : RunState.Completed)).ToList();
        _cli.Run("runs", "prune", "--keep-last", "2").Succeeds("2 runs");
        Assert.Equal([runs[3].Id, runs[2].Id], Left());
    }

    [Fact]
    public void Runs_that_can_go_on_stay_unless_their_state_is_named()
    {
        var failed = Make(1, RunState.Failed);
        Make(2, RunState.Stopped);
        var crashed = MadeRun.Make(_state, Id(3), ProcessIdentity.Current() with { Pid = int.MaxValue });
        _cli.Run("runs", "prune", "--keep-last", "0").Succeeds("No run is old enough");
        _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "stopped").Succeeds("1 run, ");
        Assert.Equal([crashed.Id, failed.Id], Left());
        _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "failed,crashed").Succeeds("2 runs, ");
        Assert.Empty(Left());
    }

    [Fact]
    public void A_run_at_work_stays()
    {
        var run = Make(1, RunState.Failed);
        using (RunLock.Acquire(run))
        {
            _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "failed", "--dry-run").Succeeds("No run is old enough");
            _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "failed").Succeeds("No run is old enough");
        }
        MadeRun.Make(_state, Id(2));
        _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "crashed").Succeeds("No run is old enough");
        Assert.Equal(2, Left().Count);
    }

    [Fact]
    public void A_dry_run_deletes_nothing()
    {
        Make(1, RunState.Completed);
        _cli.Run("runs", "prune", "--keep-last", "0", "--dry-run").Succeeds("1 run, ", "would be freed. Nothing was deleted.");
        Assert.Single(Left());
    }

    [Fact]
    public void What_was_pruned_is_listed_as_json()
    {
        var run = Make(1, RunState.Completed);
        using var json = JsonDocument.Parse(_cli.Run("runs", "prune", "--keep-last", "0", "--json").Succeeds().Output);
        var only = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(run.Id.Text, only.GetProperty("run").GetString());
        Assert.True(only.GetProperty("deleted").GetBoolean());
        Assert.True(only.GetProperty("bytes").GetInt64() > 0);
    }

    [Theory]
    [InlineData("--in-state", "finished", "--in-state knows completed, rolled_back")]
    [InlineData("--in-state", "complted", "Did you mean 'completed'?")]
    [InlineData("--older", "month", "--older is a number with s, m, h, d or w, for instance 90s, 1h30m or 30d; found 'month'.")]
    [InlineData("--keep-last", "-1", "--keep-last is a number of runs, found '-1'.")]
    public void Wrong_options_say_what_is_allowed(string option, string value, string says) =>
        _cli.Run("runs", "prune", "--keep-last=3", option, value).Fails(ExitCode.Usage, option == "--keep-last" ? "--keep-last is given twice." : says);

    [Fact]
    public void What_a_killed_prune_left_is_deleted_by_the_next()
    {
        var left = Path.Combine(_state, "runs", ".deleted-" + Id(1));
        Directory.CreateDirectory(Path.Combine(left, "work"));
        File.WriteAllText(Path.Combine(left, "work", "model.bin"), "x");
        _cli.Run("runs", "prune", "--keep-last", "0").Succeeds();
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Two_prunes_at_once_delete_all_and_fail_over_none()
    {
        for (var i = 1; i <= 30; i++)
        {
            Make(i, RunState.Completed);
        }
        var both = await Task.WhenAll(Task.Run(Prune), Task.Run(Prune));
        Assert.All(both, result => result.Succeeds());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_state, "runs")));
        CliResult Prune() => _cli.Run("runs", "prune", "--keep-last", "0");
    }

    [Fact]
    public void An_abandoned_run_stays_while_something_of_it_stands()
    {
        var standing = MadeRun.Make(
            _state, Id(1), new StepStarted(0, 1, AttemptCause.First), new EffectStarted($"{Id(1)}/load/create_model/1", "create_model", EffectMode.Exact, "m"),
            new RunEnded(RunState.Abandoned));
        Make(2, RunState.Abandoned);
        _cli.Run("runs", "prune", "--keep-last", "0").Succeeds("00000002  train   abandoned", "1 run, ");
        Assert.Equal([standing.Id], Left());
        _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "abandoned").Succeeds("1 run, ");
        Assert.Empty(Left());
    }

    [Fact]
    public void A_damaged_run_is_deleted_when_that_is_asked_for()
    {
        File.WriteAllText(Make(1, RunState.Completed).Database, "garbage");
        _cli.Run("runs", "prune", "--keep-last", "0").Succeeds("No run is old enough");
        _cli.Run("runs", "prune", "--keep-last", "0", "--in-state", "unreadable").Succeeds("00000001  ?       unreadable", "1 run, ");
        Assert.Empty(Left());
    }

    [Fact]
    public void An_empty_state_is_no_error() => _cli.Run("runs", "prune", "--older", "1d").Succeeds("No run is old enough");

    private static string Id(int number) => $"019a0000-0000-7000-8000-{number:x12}";

    private RunFolder Make(int number, RunState state) => MadeRun.Make(_state, Id(number), new RunEnded(state));

    private static RunFolder Aged(RunFolder run, int days)
    {
        using var database = JournalSchema.OpenForWriting(run.Database);
        database.Execute($"UPDATE run SET ended_ms=ended_ms - {days * 86_400_000L}");
        return run;
    }

    private List<RunId> Left() => [.. RunCatalog.List(StateFolder.At(_state)).Select(run => run.Id)];
}
