using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class SalvageTests : IDisposable
{
    private const string Id = "019a0000-0000-7000-8000-0000deadbeef";
    private const int Items = 5_000;

    private readonly Cli _cli = new();
    private readonly string _state;

    public SalvageTests() => _state = Path.Combine(_cli.Folder, StateFolder.FolderName);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_whole_journal_is_left_alone()
    {
        var run = Made();
        var before = File.ReadAllBytes(run.Database);
        _cli.Run("runs", "salvage", "last").Succeeds("is whole: there is nothing to salvage.");
        Assert.Equal(before, File.ReadAllBytes(run.Database));
    }

    [Fact]
    public void A_damaged_page_costs_its_rows_and_what_is_missing_is_said()
    {
        var run = Made();
        Damage.PageWith(run.Database, "\"row 2500\""u8);
        var said = _cli.Run("runs", "salvage", "last").Succeeds("is rebuilt", "journal.db.damaged-1", "rows of step load", "the output of step load: a resume runs it again").Output;
        var kept = Count(run);
        Assert.InRange(kept, Items - 500, Items - 1);
        Assert.Contains($"{Items - kept} of {Items} rows of step load", said, StringComparison.Ordinal);
        Assert.Equal(kept, JournalReader.Look(run, JournalReader.ReadLoops)[0].Done);
        _cli.Run("show", "last").Succeeds("train deadbeef: failed", "Damaged: The journal was damaged.", "fashion resume deadbeef");
    }

    [Fact]
    public void Damage_in_several_places_costs_only_those()
    {
        var run = Made();
        foreach (var row in (int[])[700, 2_000, 2_300, 4_100])
        {
            Damage.PageWith(run.Database, System.Text.Encoding.UTF8.GetBytes($"\"row {row}\""));
        }
        _cli.Run("runs", "salvage", "last").Succeeds("Missing:");
        Assert.InRange(Count(run), Items - 1_500, Items - 3);
    }

    [Fact]
    public void A_step_whose_rows_are_lost_runs_again()
    {
        var run = Made();
        Damage.PageWith(run.Database, "\"row 2500\""u8);
        _cli.Run("runs", "salvage", "last").Succeeds();
        Assert.Equal(StepState.Failed, JournalReader.Look(run, JournalReader.ReadSteps)[0].State);
        _cli.Run("resume", "last").Succeeds("train done in");
    }

    [Fact]
    public void The_damaged_journal_is_kept_as_it_was()
    {
        var run = Made();
        Damage.PageWith(run.Database, "\"row 2500\""u8);
        var damaged = File.ReadAllBytes(run.Database);
        _cli.Run("runs", "salvage", "last").Succeeds();
        Assert.Equal(damaged, File.ReadAllBytes(run.Database + ".damaged-1"));
        Damage.PageWith(run.Database, "\"row 100\""u8);
        _cli.Run("runs", "salvage", "last").Succeeds("journal.db.damaged-2");
        Assert.Equal(damaged, File.ReadAllBytes(run.Database + ".damaged-1"));
    }

    [Fact]
    public void A_journal_of_which_nothing_can_be_read_is_left_as_it_is()
    {
        var run = Made();
        Damage.Pages(run.Database, from: 1);
        var damaged = File.ReadAllBytes(run.Database);
        _cli.Run("runs", "salvage", "last").Fails(ExitCode.CannotJournal, "cannot be read; it is left as it is");
        Assert.Equal(damaged, File.ReadAllBytes(run.Database));
        Assert.Empty(Directory.GetFiles(run.Path, "*.rebuilt*"));
    }

    [Fact]
    public void Show_and_runs_say_that_a_journal_is_damaged_and_what_to_do()
    {
        var run = Made();
        Damage.Pages(run.Database, from: 2);
        _cli.Run("show", "last").Fails(ExitCode.CannotJournal, "It is damaged and was left as it is; 'runs salvage deadbeef' rebuilds it");
        _cli.Run("runs").Succeeds("deadbeef  ?       unreadable:", "runs salvage deadbeef");
        _cli.Run("runs", "--json").Succeeds("\"unreadable\"");
    }

    [Fact]
    public void An_inner_page_that_is_lost_does_not_take_for_ever()
    {
        var run = Made();
        using (var database = JournalSchema.OpenForReading(run.Database))
        {
            Damage.Page(run.Database, (int)database.QueryInt64("SELECT rootpage FROM sqlite_master WHERE name='item'"));
        }
        _cli.Run("runs", "salvage", "last").Succeeds("Missing:", $"{Items} of {Items} rows of step load");
        _cli.Run("show", "last").Succeeds("failed");
    }

    [Fact]
    public void A_killed_salvage_begins_again_with_the_damaged_journal()
    {
        var run = Made();
        Damage.PageWith(run.Database, "\"row 2500\""u8);
        File.Copy(run.Database, run.Database + ".salvaging");
        File.WriteAllText(run.Database + ".rebuilt", "half");
        _cli.Run("runs", "salvage", "last").Succeeds("is rebuilt", "journal.db.damaged-1");
        Assert.Equal(["events.jsonl", "journal.db", "journal.db.damaged-1", "run.lock"], Directory.GetFiles(run.Path).Select(Path.GetFileName).Where(name => name != "events.jsonl").Prepend("events.jsonl").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_at_work_is_refused()
    {
        using var held = RunLock.Acquire(Made());
        _cli.Run("runs", "salvage", "last").Fails(ExitCode.Held, "held by process");
    }

    /// <summary>A run that stopped after a step of many rows.</summary>
    private RunFolder Made() => MadeRun.Make(
        _state, Id,
        new StepStarted(0, 1, AttemptCause.First),
        new LoopOpened(1, 0, JournalPhase.Output, ""),
        new RowsAppended(1, 1, 0, [.. Enumerable.Range(0, Items).Select(i => System.Text.Encoding.UTF8.GetBytes($"\"row {i}\""))]),
        new StepCompleted(0, new StepOutput("""{"$rows":1}"""u8.ToArray(), null), TimeSpan.FromSeconds(1)),
        new StepStarted(1, 1, AttemptCause.First),
        new RunEnded(RunState.Stopped));

    private static long Count(RunFolder run) => JournalReader.Look(
        run, static database => database.QueryInt64($"SELECT count(*) FROM item WHERE id BETWEEN {ItemId.First(1)} AND {ItemId.Last(1)}"));
}
