using System.Diagnostics;
using SQLitePCL;

namespace Steps;

/// <summary>The least a journal can do: one insert of 100 bytes a commit, with the settings of a run's journal.</summary>
internal sealed class BareJournal : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    public BareJournal(string path)
    {
        raw.sqlite3_open(path, out _database);
        foreach (var sql in (string[])["PRAGMA page_size=4096", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=1000", "PRAGMA cache_size=-4096", "CREATE TABLE step(id INTEGER PRIMARY KEY, output BLOB)"])
        {
            raw.sqlite3_exec(_database, sql);
        }
        raw.sqlite3_prepare_v2(_database, "INSERT INTO step(output) VALUES(zeroblob(100))", out _insert);
    }

    /// <summary>What it took.</summary>
    public long Commit()
    {
        var start = Stopwatch.GetTimestamp();
        raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        return Stopwatch.GetTimestamp() - start;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _database.Dispose();
    }
}
