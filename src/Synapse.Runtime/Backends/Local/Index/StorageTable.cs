using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of storages.</summary>
internal static class StorageTable
{
    public static Storage Insert(SqliteDatabase database, string name, string path, string key)
    {
        database.Cached("INSERT INTO storage(name, path, origin) VALUES (?1, ?2, ?3)").Bind(1, name).Bind(2, path).Bind(3, key).Run();
        return new(database.LastInsertRowId, name, path);
    }

    public static Storage? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached("SELECT id, name, path FROM storage WHERE origin = ?1 AND deleted = 0").Bind(1, key), Read);

    public static Storage? Find(SqliteDatabase database, long id) =>
        Rows.First(database.Cached("SELECT id, name, path FROM storage WHERE id = ?1 AND deleted = 0").Bind(1, id), Read);

    /// <summary>The newest of those older than an id.</summary>
    public static List<Storage> Page(SqliteDatabase database, long before, int size) => Rows.All(
        database.Cached("SELECT id, name, path FROM storage WHERE id < ?1 AND deleted = 0 ORDER BY id DESC LIMIT ?2").Bind(1, before).Bind(2, size), Read);

    public static bool Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE storage SET deleted = 1 WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
        return database.Changes > 0;
    }

    private static Storage Read(SqliteStatement row) => new(row.Int64(0), row.RequiredText(1), row.RequiredText(2));
}
