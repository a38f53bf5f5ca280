using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

public sealed class RunJournalTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Plan_is_written_at_the_start()
    {
        using var journal = _run.Create();
        Assert.Equal(["step_0", "step_1", "step_2"], _run.Steps().Select(step => step.Name));
        Assert.All(_run.Steps(), step => Assert.Equal(StepState.Pending, step.State));
    }

    [Fact]
    public void Boundary_shows_the_finished_step_and_the_next_one_together()
    {
        using var journal = _run.Create();
        journal.Commit(new StepStarted(0, 1, AttemptCause.First));
        journal.Commit(
            new StepCompleted(0, new StepOutput("42"u8.ToArray(), null), TimeSpan.FromMilliseconds(3)),
            new StepStarted(1, 1, AttemptCause.First));
        var steps = _run.Steps();
        Assert.Equal((StepState.Completed, 1L), (steps[0].State, steps[0].Sequence));
        Assert.Equal("42"u8.ToArray(), steps[0].Output!.Inline);
        Assert.Equal((StepState.Intent, 1), (steps[1].State, steps[1].Attempt));
        var attempts = JournalReader.Look(_run.Folder, JournalReader.ReadAttempts);
        Assert.Equal([AttemptOutcome.Completed, null], attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public void Commit_that_fails_in_the_middle_leaves_nothing()
    {
        using var journal = _run.Create();
        Assert.ThrowsAny<Exception>(() => journal.Commit(new StepStarted(0, 1, AttemptCause.First), new UnknownRecord()));
        Assert.Equal(StepState.Pending, _run.Steps()[0].State);
    }

    [Fact]
    public void Commit_after_a_fault_is_refused()
    {
        using var journal = _run.Create();
        journal.Commit(new LoopOpened(1, 0, JournalPhase.Forward, ""));
        Assert.Throws<JournalException>(() => journal.Commit(new LoopOpened(1, 0, JournalPhase.Forward, "")));
        Assert.Throws<JournalException>(() => journal.Commit(new RunContinued()));
    }

    [Fact]
    public void Reopened_journal_counts_the_crash_and_closes_the_open_attempt()
    {
        using (var journal = _run.Create())
        {
            journal.Commit(new StepStarted(0, 1, AttemptCause.First));
        }

        using var reopened = _run.Open();
        Assert.Equal(1, _run.Run().Crashes);
        Assert.Equal(AttemptOutcome.Crashed, JournalReader.Look(_run.Folder, JournalReader.ReadAttempts)[0].Outcome);
    }

    [Fact]
    public void Progress_after_a_crash_clears_the_count()
    {
        _run.Create().Dispose();
        using var reopened = _run.Open();
        reopened.Commit(new StepStarted(0, 1, AttemptCause.Resume));
        Assert.Equal(1, _run.Run().Crashes);
        reopened.Commit(new StepCompleted(0, null, TimeSpan.Zero));
        Assert.Equal(0, _run.Run().Crashes);
    }

    [Fact]
    public void Progress_clears_the_count_of_crashes_before_a_good_end_too()
    {
        _run.Create().Dispose();
        using (var crashed = _run.Open())
        {
            crashed.Commit(new RunEnded(RunState.Stopped));
        }

        using var reopened = _run.Open();
        reopened.Commit(new StepCompleted(0, null, TimeSpan.Zero));
        Assert.Equal(0, _run.Run().Crashes);
    }

    [Fact]
    public void Run_that_ended_is_one_file_and_no_crash()
    {
        var journal = _run.Create();
        journal.Commit(new RunEnded(RunState.Completed));
        journal.Close();
        Assert.Equal(["journal.db", "run.lock"], Directory.GetFiles(_run.Folder.Path).Select(Path.GetFileName).Order());
        using var reopened = _run.Open();
        Assert.Equal(0, _run.Run().Crashes);
    }

    [Fact]
    public void High_water_rides_on_the_next_commit_and_never_falls()
    {
        using var journal = _run.Create();
        journal.HighWater = 40;
        journal.Commit(new StepStarted(0, 1, AttemptCause.First));
        journal.HighWater = 20;
        journal.Commit(new StepCompleted(0, null, TimeSpan.Zero));
        Assert.Equal(40, _run.Run().HighWater);
    }

    [Fact]
    public void Output_above_the_inline_limit_becomes_a_file()
    {
        using var journal = _run.Create();
        var bytes = new byte[OutputStore.InlineLimit + 1];
        Random.Shared.NextBytes(bytes);
        var output = journal.Outputs.Write("step_0", 2, bytes);
        journal.Commit(new StepCompleted(0, output, TimeSpan.Zero));
        var read = _run.Steps()[0].Output!;
        Assert.Equal("step_0.2.json", read.File!.Name);
        Assert.Equal(bytes, journal.Outputs.Read(read));
    }

    [Fact]
    public void Output_file_that_changed_is_refused()
    {
        using var journal = _run.Create();
        var output = journal.Outputs.Write("step_0", 1, new byte[OutputStore.InlineLimit + 1]);
        var path = Path.Combine(_run.Folder.Outputs, output.File!.Name);
        var bytes = File.ReadAllBytes(path);
        bytes[7] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Throws<StateException>(() => journal.Outputs.Read(output));
    }

    [Fact]
    public void Run_that_was_never_committed_leaves_no_folder()
    {
        _run.Begin().Dispose();

        Assert.False(Directory.Exists(_run.Folder.Path));
        Assert.Empty(RunCatalog.List(_run.State));
    }

    [Fact]
    public void Journal_of_a_newer_version_is_refused()
    {
        _run.Create().Dispose();
        using (var database = SqliteDatabase.Open(_run.Folder.Database, SqliteOpenMode.ReadWrite))
        {
            database.UserVersion = JournalSchema.Version + 1;
        }

        Assert.Contains("newer", Assert.Throws<StateException>(_run.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_database_is_reported_as_damaged()
    {
        File.WriteAllText(_run.Folder.Database, new string('x', 8192));
        var error = Assert.Throws<JournalException>(_run.Open);
        Assert.Equal(SqliteFault.Corrupt, error.Fault);
    }

    [Theory]
    [InlineData("UPDATE run SET error='{#'")]
    [InlineData("UPDATE run SET run_id='0192f0c1'")]
    [InlineData("UPDATE step SET output_file='step_0.1.json'")]
    public void Value_that_cannot_be_read_is_reported_with_the_file_that_holds_it(string damage)
    {
        _run.Create().Dispose();
        using (var database = SqliteDatabase.Open(_run.Folder.Database, SqliteOpenMode.ReadWrite))
        {
            database.Execute(damage);
        }

        var error = Assert.Throws<StateException>(() => (_run.Run(), _run.Steps()));
        Assert.Contains(_run.Folder.Database, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reserve_is_held_while_the_run_goes_on()
    {
        using (_run.Create())
        {
            Assert.Equal(Reserve.Bytes, new FileInfo(_run.Folder.ReserveFile).Length);
        }

        Assert.False(File.Exists(_run.Folder.ReserveFile));
    }

    [Fact]
    public void Pin_keeps_its_first_version()
    {
        using var journal = _run.Create();
        journal.Commit(new VersionPinned("dataset", "12", "v1"));
        journal.Commit(new VersionPinned("dataset", "12", "v2"));
        Assert.Equal("v1", journal.Read(database => JournalReader.FindPin(database, "dataset", "12")));
    }

    private sealed record UnknownRecord : JournalRecord;
}
