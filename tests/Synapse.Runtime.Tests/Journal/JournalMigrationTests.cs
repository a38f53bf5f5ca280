using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Salvage;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;
using Synapse.Runtime.TestPlugin;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

/// <summary>
/// Journals that were written by older versions. <c>Old/version-1.db</c> is of an upload of 20 items, by the first version that
/// could run one: it was killed when nine were done and four in doubt.
/// </summary>
public sealed class JournalMigrationTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Run_of_an_older_version_is_resumed_to_its_end(int version)
    {
        var run = Put(version);
        var outcome = await _bench.ResumeAsync(UploadLike.Create(_bench.Effects, fails: false, parallelism: 2));

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(Enumerable.Range(0, 20).Except(Done(version)), _bench.Effects.Read().Select(static line => int.Parse(line["send ".Length..], System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Equal(JournalSchema.Version, Version(run.Database));
        Assert.Equal("20", System.Text.Encoding.UTF8.GetString(outcome.Result!));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Journal_of_an_older_version_gets_the_tables_of_this_one(int version)
    {
        var run = Put(version);
        using (RunJournal.Open(run, ProcessIdentity.Current(), JournalOptions.Default))
        {
        }

        using var fresh = new TestRun();
        fresh.Create().Dispose();
        Assert.Equal(Columns(fresh.Folder.Database), Columns(run.Database));
    }

    [Fact]
    public void Copy_of_the_older_journal_is_kept_and_whole()
    {
        var run = Put(1);
        using (RunJournal.Open(run, ProcessIdentity.Current(), JournalOptions.Default))
        {
        }

        var copy = JournalMigration.Copy(run.Database, 1);
        Assert.Equal(1, Version(copy));
        using var database = JournalSchema.OpenForReading(copy);
        Assert.Equal("ok", database.QueryText("PRAGMA integrity_check"));
        Assert.Equal(0, JournalReader.ReadRun(database).Crashes);
    }

    [Fact]
    public void Journal_that_is_only_looked_at_stays_as_it_is()
    {
        var run = Put(1);
        var before = File.ReadAllBytes(run.Database);
        Assert.Equal("upload", JournalReader.Look(run, JournalReader.ReadRun).Action);
        Assert.Equal(before, File.ReadAllBytes(run.Database));
        Assert.False(File.Exists(JournalMigration.Copy(run.Database, 1)));
    }

    [Fact]
    public void Migration_that_fails_in_the_middle_leaves_the_journal_as_it_was()
    {
        var run = Put(1);
        using (var database = JournalSchema.OpenForWriting(run.Database))
        {
            database.Execute("CREATE TABLE wanted(other)");
        }

        Assert.Throws<JournalException>(() => RunJournal.Open(run, ProcessIdentity.Current(), JournalOptions.Default));
        Assert.Equal(1, Version(run.Database));
        Assert.DoesNotContain("child.id", Columns(run.Database));
        Assert.Equal(0, JournalReader.Look(run, JournalReader.ReadRun).Crashes);
    }

    [Fact]
    public async Task Damaged_journal_of_an_older_version_is_salvaged_to_this_one()
    {
        var run = Put(1);
        var bytes = File.ReadAllBytes(run.Database);
        // The index of the effects' keys, which no row needs.
        bytes.AsSpan(Root(run.Database, "effect") * JournalSchema.PageBytes, JournalSchema.PageBytes).Fill(0xAB);
        File.WriteAllBytes(run.Database, bytes);
        Assert.NotNull(JournalSalvage.Run(run));

        Assert.Equal(JournalSchema.Version, Version(run.Database));
        Assert.Equal(ExitCode.Done, (await _bench.ResumeAsync(UploadLike.Create(_bench.Effects, fails: false, parallelism: 2))).ExitCode);
    }

    public static TheoryData<int> Versions() => [.. Enumerable.Range(1, JournalSchema.Version - 1)];

    /// <summary>The stored journal in the folder of its run.</summary>
    private RunFolder Put(int version)
    {
        var stored = Path.Combine(AppContext.BaseDirectory, "Journal", "Old", $"version-{version}.db");
        using var database = JournalSchema.OpenForReading(stored);
        var folder = RunFolder.Create(_bench.State, JournalReader.ReadRun(database).Id);
        File.Copy(stored, folder.Database);
        return folder;
    }

    private static List<int> Done(int version)
    {
        using var database = JournalSchema.OpenForReading(Path.Combine(AppContext.BaseDirectory, "Journal", "Old", $"version-{version}.db"));
        var done = new List<int>();
        Runtime.Journal.Items.ItemReader.ScanKeys(database, 2, (_, key, state) =>
        {
            if (state == ItemState.Done)
            {
                done.Add(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
            }
        });
        Assert.Equal(9, done.Count);
        return done;
    }

    private static int Version(string path)
    {
        using var database = JournalSchema.OpenForReading(path);
        return database.UserVersion;
    }

    private static int Root(string path, string table)
    {
        using var database = JournalSchema.OpenForReading(path);
        return (int)database.QueryInt64($"SELECT rootpage FROM sqlite_schema WHERE type='index' AND tbl_name='{table}'") - 1;
    }

    private static List<string> Columns(string path)
    {
        using var database = JournalSchema.OpenForReading(path);
        using var row = database.Prepare(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type='table' ORDER BY t.name, c.cid");
        var columns = new List<string>();
        while (row.Step())
        {
            columns.Add(row.RequiredText(0));
        }

        return columns;
    }
}
