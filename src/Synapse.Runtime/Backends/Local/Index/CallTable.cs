using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of calls that create many of a kind at once. Those of one call have ids in a row, so its key stands once.</summary>
internal static class CallTable
{
    public static (long First, long Count)? Find(SqliteDatabase database, string kind, string key)
    {
        var row = database.Cached("SELECT first, count FROM call WHERE kind = ?1 AND origin = ?2");
        row.Bind(1, kind).Bind(2, key);
        (long, long)? found = row.Step() ? (row.Int64(0), row.Int64(1)) : null;
        row.Reset();
        return found;
    }

    /// <summary>The key stands for these from now on.</summary>
    public static void Put(SqliteDatabase database, string kind, string key, long first, long count) =>
        database.Cached("INSERT OR REPLACE INTO call(kind, origin, first, count) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, kind).Bind(2, key).Bind(3, first).Bind(4, count).Run();
}
