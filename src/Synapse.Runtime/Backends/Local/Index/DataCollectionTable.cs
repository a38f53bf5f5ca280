using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of data collections.</summary>
internal static class DataCollectionTable
{
    public static DataCollection Insert(SqliteDatabase database, string name, IReadOnlyList<FileSpecification> files, string key)
    {
        database.Cached("INSERT INTO data_collection(name, files, origin) VALUES (?1, ?2, ?3)")
            .Bind(1, name).Bind(2, SpecificationText.Write(files)).Bind(3, key).Run();
        return new(database.LastInsertRowId, name, files);
    }

    public static DataCollection? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached("SELECT id, name, files FROM data_collection WHERE origin = ?1 AND deleted = 0").Bind(1, key), Read);

    public static DataCollection? Find(SqliteDatabase database, long id) =>
        Rows.First(database.Cached("SELECT id, name, files FROM data_collection WHERE id = ?1 AND deleted = 0").Bind(1, id), Read);

    /// <summary>Of a deleted one too: its data units are still there.</summary>
    public static IReadOnlyList<FileSpecification> Specifications(SqliteDatabase database, long id) =>
        Rows.First(database.Cached("SELECT files FROM data_collection WHERE id = ?1").Bind(1, id), row => SpecificationText.Read(row.RequiredText(0))) ?? [];

    /// <summary>The newest of those older than an id.</summary>
    public static List<DataCollection> Page(SqliteDatabase database, long before, int size) => Rows.All(
        database.Cached("SELECT id, name, files FROM data_collection WHERE id < ?1 AND deleted = 0 ORDER BY id DESC LIMIT ?2")
            .Bind(1, before).Bind(2, size),
        Read);

    public static bool Delete(SqliteDatabase database, long id)
    {
        database.Cached("UPDATE data_collection SET deleted = 1 WHERE id = ?1 AND deleted = 0").Bind(1, id).Run();
        return database.Changes > 0;
    }

    private static DataCollection Read(SqliteStatement row) =>
        new(row.Int64(0), row.RequiredText(1), SpecificationText.Read(row.RequiredText(2)));
}
