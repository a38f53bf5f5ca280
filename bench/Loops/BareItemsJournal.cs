using SQLitePCL;

namespace Loops;

/// <summary>Items in SQLite without an engine: a row with its key at the claim, the result at the end, 256 items a commit.</summary>
internal sealed class BareItemsJournal : IDisposable
{
    private const int Batch = 256;

    private readonly sqlite3 _database;

    public BareItemsJournal(string path)
    {
        raw.sqlite3_open(path, out _database);
        foreach (var sql in (string[])["PRAGMA page_size=4096", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=1000", "PRAGMA cache_size=-4096", "CREATE TABLE item(id INTEGER PRIMARY KEY, key TEXT, state INTEGER, attempt INTEGER, result BLOB)"])
        {
            raw.sqlite3_exec(_database, sql);
        }
    }

    public void Write(int count)
    {
        raw.sqlite3_prepare_v2(_database, "INSERT INTO item(id, key, state, attempt) VALUES(?1, ?2, 0, 1)", out var claim);
        raw.sqlite3_prepare_v2(_database, "UPDATE item SET state=1, attempt=1, result=?2 WHERE id=?1", out var finish);
        for (var start = 0; start < count + Batch; start += Batch)
        {
            raw.sqlite3_exec(_database, "BEGIN IMMEDIATE");
            for (var i = start; i < Math.Min(start + Batch, count); i++)
            {
                raw.sqlite3_bind_int64(claim, 1, i);
                raw.sqlite3_bind_text(claim, 2, Keys.Of(i));
                raw.sqlite3_step(claim);
                raw.sqlite3_reset(claim);
            }
            for (var i = Math.Max(0, start - Batch); i < Math.Min(start, count); i++)
            {
                raw.sqlite3_bind_int64(finish, 1, i);
                raw.sqlite3_bind_blob(finish, 2, "123456"u8);
                raw.sqlite3_step(finish);
                raw.sqlite3_reset(finish);
            }
            raw.sqlite3_exec(_database, "COMMIT");
        }
        claim.Dispose();
        finish.Dispose();
    }

    public void Dispose() => _database.Dispose();
}
