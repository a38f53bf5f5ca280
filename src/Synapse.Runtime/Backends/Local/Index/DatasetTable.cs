using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of datasets.</summary>
internal static class DatasetTable
{
    public static Dataset Insert(SqliteDatabase database, string name, string key)
    {
        database.Cached("INSERT INTO dataset(name, origin) VALUES (?1, ?2)").Bind(1, name).Bind(2, key).Run();
        return new(database.LastInsertRowId, name);
    }

    public static Dataset? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached("SELECT id, name FROM dataset WHERE origin = ?1 AND deleted = 0").Bind(1, key), Read);

    public static Dataset? Find(SqliteDatabase database, long id) =>
        Rows.First(database.Cached("SELECT id, name FROM dataset WHERE id = ?1 AND deleted = 0").Bind(1, id), Read);

    /// <summary>The newest of those older than an id.</summary>
    public static List<Dataset> Page(SqliteDatabase database, long before, int size) => Rows.All(
        database.Cached("SELECT id, name FROM dataset WHERE id < ?1 AND deleted = 0 ORDER BY id DESC LIMIT ?2").Bind(1, before).Bind(2, size), Read);

    /// <summary>With its versions, and the annotations of both.</summary>
    public static void Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE dataset SET deleted = 1 WHERE id = ?1").Bind(1, id).Run();
        DatasetVersionTable.DeleteOf(database, id);
        DatasetItemTable.Clear(database, id);
    }

    private static Dataset Read(SqliteStatement row) => new(row.Int64(0), row.RequiredText(1));
}
