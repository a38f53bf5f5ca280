using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

public sealed class RunCatalogTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly StateFolder _state;

    public RunCatalogTests() => _state = StateFolder.Open(_temporary.In(".synapse"));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Last_is_the_newest_run()
    {
        Add("0192f0c1-0000-7000-8000-0000000000aa");
        var newest = Add("0192f0c2-0000-7000-8000-0000000000bb");
        Assert.Equal(newest, RunCatalog.Find(_state, "last").Id);
    }

    [Fact]
    public void Unique_part_finds_its_run()
    {
        var first = Add("0192f0c1-0000-7000-8000-0000000000aa");
        Add("0192f0c2-0000-7000-8000-0000000000bb");
        Assert.Equal(first, RunCatalog.Find(_state, "00AA").Id);
    }

    [Fact]
    public void Part_of_two_runs_is_refused_naming_both()
    {
        Add("0192f0c1-0000-7000-8000-1111000000aa");
        Add("0192f0c2-0000-7000-8000-1111000000bb");
        var error = Assert.Throws<StateException>(() => RunCatalog.Find(_state, "1111"));
        Assert.Contains("000000aa", error.Message, StringComparison.Ordinal);
        Assert.Contains("000000bb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_part_names_the_latest_runs()
    {
        Add("0192f0c1-0000-7000-8000-0000000000aa");
        Assert.Contains("000000aa", Assert.Throws<StateException>(() => RunCatalog.Find(_state, "zzz")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_journal_is_no_run()
    {
        RunFolder.Create(_state, RunId.New());
        Assert.Empty(RunCatalog.List(_state));
    }

    [Fact]
    public void Start_that_was_killed_before_its_first_commit_is_no_run()
    {
        JournalSchema.Create(RunFolder.Create(_state, RunId.New()).Database).Dispose();
        Assert.Empty(RunCatalog.List(_state));
    }

    [Fact]
    public void Start_that_was_killed_within_its_first_commit_is_no_run()
    {
        using var started = new TestRun();
        using var journal = started.Create();
        var killed = RunFolder.Create(_state, RunId.New());
        File.Copy(started.Folder.Database, killed.Database);
        var log = File.ReadAllBytes(started.Folder.Database + "-wal");
        File.WriteAllBytes(killed.Database + "-wal", log[..(log.Length - 1)]);
        Assert.Empty(RunCatalog.List(_state));

        File.WriteAllBytes(killed.Database + "-wal", log);
        Assert.Single(RunCatalog.List(_state));
    }

    [Fact]
    public void Start_whose_pages_were_lost_with_the_power_is_no_run()
    {
        var torn = JournalSchema.Empty();
        Array.Clear(torn, 0, JournalSchema.PageBytes);
        File.WriteAllBytes(RunFolder.Create(_state, RunId.New()).Database, torn);
        Assert.Empty(RunCatalog.List(_state));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(JournalSchema.PageBytes)]
    [InlineData(JournalSchema.PageBytes + 3)]
    public void Start_that_was_killed_while_it_wrote_the_empty_database_is_no_run(int written)
    {
        File.WriteAllBytes(RunFolder.Create(_state, RunId.New()).Database, JournalSchema.Empty()[..written]);
        Assert.Empty(RunCatalog.List(_state));
    }

    [Fact]
    public void Damaged_journal_is_listed()
    {
        var folder = RunFolder.Create(_state, RunId.New());
        File.WriteAllText(folder.Database, "garbage");
        Assert.Single(RunCatalog.List(_state));
    }

    [Fact]
    public void New_ids_sort_by_time_and_show_eight_digits()
    {
        var id = RunId.New();
        Assert.Equal(8, id.Short.Length);
        Assert.Equal('7', id.Text[14]);
    }

    private RunId Add(string text)
    {
        Assert.True(RunId.TryParse(text, out var id));
        var folder = RunFolder.Create(_state, id);
        File.WriteAllText(folder.Database, "damaged, so listed");
        return id;
    }
}
