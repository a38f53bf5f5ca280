using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Tests.Journal;

/// <summary>The bytes that a run starts from, against what SQLite makes of the same statements.</summary>
public sealed class EmptyDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapse").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Schema_is_the_one_that_SQLite_makes_of_the_statements() => Assert.Equal(Schema(BySqlite()), Schema(Written()));

    [Fact]
    public void Pages_of_the_tables_are_those_that_SQLite_writes()
    {
        var expected = BySqlite();
        var path = expected.Path;
        expected.Dispose();
        Assert.Equal(File.ReadAllBytes(path)[JournalSchema.PageBytes..], JournalSchema.Empty()[JournalSchema.PageBytes..]);
    }

    [Fact]
    public void SQLite_finds_it_intact()
    {
        using var database = Written();
        Assert.Equal("ok", database.QueryText("PRAGMA integrity_check"));
        Assert.Equal("wal", database.QueryText("PRAGMA journal_mode"));
        Assert.Equal("UTF-8", database.QueryText("PRAGMA encoding"));
    }

    [Fact]
    public void Schema_that_fits_no_page_is_refused()
    {
        var wide = SchemaEntry.RowTable("wide", string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"c{i}")));
        Assert.Throws<ArgumentException>(() => EmptyDatabase.Image([wide], JournalSchema.PageBytes));
    }

    private static List<string> Schema(SqliteDatabase database)
    {
        using (database)
        {
            var rows = new List<string>();
            using var row = database.Prepare("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY rowid");
            while (row.Step())
            {
                rows.Add($"{row.Text(0)}|{row.Text(1)}|{row.Text(2)}|{row.Int64(3)}|{row.Text(4)}");
            }

            Assert.Equal(JournalSchema.Entries.Length, rows.Count);
            return rows;
        }
    }

    private SqliteDatabase Written()
    {
        var path = Path.Combine(_folder, "written.db");
        File.WriteAllBytes(path, JournalSchema.Empty());
        return SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite);
    }

    private SqliteDatabase BySqlite()
    {
        var database = SqliteDatabase.Open(Path.Combine(_folder, "sqlite.db"), SqliteOpenMode.Create);
        database.Execute($"PRAGMA page_size={JournalSchema.PageBytes}");
        foreach (var entry in JournalSchema.Entries)
        {
            database.Execute(entry.Sql ?? "");
        }

        return database;
    }
}
