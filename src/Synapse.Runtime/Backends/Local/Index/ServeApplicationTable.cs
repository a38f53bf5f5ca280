using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of serve applications: where they answer. Whether they do is known by asking only.</summary>
internal static class ServeApplicationTable
{
    private const string Columns = "SELECT id, name, address FROM serve_application WHERE deleted = 0 AND ";

    public static RegisteredApplication Insert(SqliteDatabase database, string name, string address, string key)
    {
        database.Cached("INSERT INTO serve_application(name, address, origin) VALUES (?1, ?2, ?3)").Bind(1, name).Bind(2, address).Bind(3, key).Run();
        return new(database.LastInsertRowId, name, address);
    }

    public static RegisteredApplication? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached(Columns + "origin = ?1").Bind(1, key), Read);

    public static RegisteredApplication? Find(SqliteDatabase database, long id) =>
        Rows.First(database.Cached(Columns + "id = ?1").Bind(1, id), Read);

    /// <summary>The newest of those older than an id.</summary>
    public static List<RegisteredApplication> Page(SqliteDatabase database, long before, int size) =>
        Rows.All(database.Cached(Columns + "id < ?1 ORDER BY id DESC LIMIT ?2").Bind(1, before).Bind(2, size), Read);

    public static bool Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE serve_application SET deleted = 1 WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
        return database.Changes > 0;
    }

    private static RegisteredApplication Read(SqliteStatement row) => new(row.Int64(0), row.RequiredText(1), row.RequiredText(2));
}

/// <param name="Id">Its id.</param>
/// <param name="Name">What it serves.</param>
/// <param name="Address">Where it answers.</param>
internal sealed record RegisteredApplication(long Id, string Name, string Address);
