using System.Text.Json;
using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary><c>resume --from</c>: a new run that takes over what another one has finished.</summary>
public sealed class ResumeFromTests : IDisposable
{
    private readonly Chain _chain = new();
    private readonly Cli _cli;

    public ResumeFromTests() => _cli = new Cli(_chain.Plugin());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_new_run_takes_over_outputs_and_runs_the_rest()
    {
        _cli.Run("run", "chain").Succeeds("result   300060");
        _cli.Run("resume", "last", "--from", "report").Succeeds("result   300060");
        Assert.Equal(["list", "send", "send 1", "send 2", "send 3", "large", "report", "report"], _chain.Ran);
        var runs = RunCatalog.List(State());
        Assert.Equal(2, runs.Count);
        _cli.Run("show", "last").Succeeds("from run", runs[1].Id.Text, $"taken over from run {runs[1].Id.Short}");
        using var json = JsonDocument.Parse(_cli.Run("show", "last", "--json").Succeeds().Output);
        Assert.Equal(runs[1].Id.Text, json.RootElement.GetProperty("parent").GetString());
    }

    [Fact]
    public void Rows_loops_output_files_and_work_files_come_along()
    {
        _cli.Run("run", "chain").Succeeds();
        var parent = RunCatalog.List(State())[0];
        _cli.Run("resume", "last", "--from", "report").Succeeds();
        Directory.Delete(parent.Path, recursive: true);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(RunCatalog.List(State())[0].Work, "notes.txt")));
        _cli.Run("resume", "last", "--from", "report").Succeeds("result   300060");
    }

    [Fact]
    public void A_run_from_the_middle_of_a_loop_starts_the_loop_afresh()
    {
        _cli.Run("run", "chain").Succeeds();
        _cli.Run("resume", "last", "--from", "send").Succeeds("result   300060");
        Assert.Equal(2, _chain.Ran.Count(what => what == "send 1"));
        Assert.Single(_chain.Ran, "list");
    }

    [Fact]
    public void A_rollback_of_the_new_run_leaves_what_it_took_over()
    {
        _cli.Run("run", "chain").Succeeds();
        _cli.Run("resume", "last", "--from", "large").Succeeds();
        _cli.Run("rollback", "last", "--yes").Succeeds("rolled back in");
        Assert.DoesNotContain("undo send", _chain.Ran);
    }

    [Fact]
    public void The_new_run_is_resumed_like_any_other()
    {
        _cli.Run("run", "chain").Succeeds();
        _chain.FailsIn = "report";
        Assert.Equal(ExitCode.Failed, _cli.Run("resume", "last", "--from", "large").Code);
        _chain.FailsIn = null;
        _cli.Run("resume", "last").Succeeds("result   300060");
        Assert.Equal(2, _chain.Ran.Count(what => what == "large"));
    }

    [Fact]
    public void An_abandoned_run_can_be_taken_over()
    {
        _chain.FailsIn = "report";
        _cli.Run("run", "chain");
        _cli.Run("abandon", "last", "--yes").Succeeds();
        _chain.FailsIn = null;
        _cli.Run("resume", "last", "--from", "report").Succeeds("result   300060");
    }

    [Fact]
    public void A_step_that_was_not_reached_is_refused()
    {
        _chain.FailsIn = "send";
        _cli.Run("run", "chain");
        _cli.Run("resume", "last", "--from", "report").Fails(ExitCode.Usage, "The run has not reached step 'report': it got to 'send'.");
        _cli.Run("resume", "last", "--from", "large").Fails(ExitCode.Usage, "has not reached step 'large'");
        Assert.Single(RunCatalog.List(State()));
    }

    [Fact]
    public void An_unknown_step_is_refused()
    {
        _cli.Run("run", "chain").Succeeds();
        _cli.Run("resume", "last", "--from", "sned").Fails(ExitCode.Usage, "Action 'chain' has no step 'sned'.", "list, send, large, report");
    }

    [Fact]
    public void What_was_undone_cannot_be_taken_over()
    {
        _cli.Run("run", "chain").Succeeds();
        _cli.Run("rollback", "last", "--yes").Succeeds();
        _cli.Run("resume", "last", "--from", "report").Fails(ExitCode.Usage, "Step 'send' of the run was undone");
    }

    [Fact]
    public void Outputs_that_no_longer_fit_are_refused_and_later_steps_may_change()
    {
        _cli.Run("run", "chain").Succeeds();
        using var rebuilt = new Cli(new Chain { SendPrint = "changed" }.Plugin());
        var state = Path.Combine(_cli.Folder, StateFolder.FolderName);
        rebuilt.Run("resume", "last", "--from", "report", "--state", state).Fails(ExitCode.Usage, "Step 'send' has changed since the run started");
        rebuilt.Run("resume", "last", "--from", "send", "--state", state).Succeeds("result   300060");
    }

    [Fact]
    public void A_run_at_work_is_refused()
    {
        _cli.Run("run", "chain").Succeeds();
        using var held = RunLock.Acquire(RunCatalog.List(State())[0]);
        _cli.Run("resume", "last", "--from", "report").Fails(ExitCode.Held, "held by process");
    }

    [Fact]
    public void An_output_file_that_is_gone_is_refused_and_leaves_no_run()
    {
        _cli.Run("run", "chain").Succeeds();
        File.Delete(Path.Combine(RunCatalog.List(State())[0].Outputs, "large.1.json"));
        _cli.Run("resume", "last", "--from", "report").Fails(ExitCode.CannotJournal, "large.1.json is missing");
        Assert.Single(Directory.EnumerateDirectories(State().Runs));
    }

    [Fact]
    public void Params_that_can_no_longer_be_read_are_refused_with_all_that_is_wrong()
    {
        using var cli = new Cli();
        var run = MadeRun.Make(
            Path.Combine(cli.Folder, StateFolder.FolderName), "019a0000-0000-7000-8000-0000deadbeef",
            new StepStarted(0, 1, AttemptCause.First), new StepCompleted(0, null, TimeSpan.FromSeconds(1)), new StepStarted(1, 1, AttemptCause.First), new RunEnded(RunState.Stopped));
        using (var database = JournalSchema.OpenForWriting(run.Database))
        {
            database.Execute("UPDATE run SET params=CAST('{\"epochs\":0}' AS BLOB)");
        }
        cli.Run("resume", "last", "--from", "fit").Fails(ExitCode.Usage, "Expected integer, 1 to 500, found 0.", "dataset");
    }

    private StateFolder State() => StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName));
}
