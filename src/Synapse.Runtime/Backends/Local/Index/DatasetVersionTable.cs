using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of versions of datasets, with copies of the items' rows; what is annotated is shared with the items.</summary>
internal static class DatasetVersionTable
{
    private const string Columns = "SELECT id, dataset, number FROM dataset_version WHERE deleted = 0 AND ";

    public static DatasetVersion Insert(SqliteDatabase database, long dataset, string key)
    {
        database.Cached(
            """
            INSERT INTO dataset_version(dataset, number, origin)
            SELECT ?1, coalesce(max(number), 0) + 1, ?2 FROM dataset_version WHERE dataset = ?1
            """).Bind(1, dataset).Bind(2, key).Run();
        var version = Find(database, database.LastInsertRowId)!;
        database.Cached(
            """
            INSERT INTO dataset_version_item(version, item, unit, split, label, data, task)
            SELECT ?1, id, unit, split, label, data, task FROM dataset_item WHERE dataset = ?2 ORDER BY id
            """).Bind(1, version.Id).Bind(2, dataset).Run();
        return version;
    }

    public static DatasetVersion? FindByKey(SqliteDatabase database, string key) =>
        Rows.First(database.Cached(Columns + "origin = ?1").Bind(1, key), Read);

    public static DatasetVersion? Find(SqliteDatabase database, long id) => Rows.First(database.Cached(Columns + "id = ?1").Bind(1, id), Read);

    /// <summary>The newest of a dataset's, or of all, that are older than an id.</summary>
    public static List<DatasetVersion> Page(SqliteDatabase database, long? dataset, long before, int size) => Rows.All(
        database.Cached(Columns + "(?1 IS NULL OR dataset = ?1) AND id < ?2 ORDER BY id DESC LIMIT ?3").Bind(1, dataset).Bind(2, before).Bind(3, size), Read);

    /// <summary>Whether a version still has these annotations of an item.</summary>
    public static bool Shares(SqliteDatabase database, long dataset, long item, long annotation)
    {
        var row = database.Cached(
            """
            SELECT 1 FROM dataset_version v CROSS JOIN dataset_version_item i ON i.version = v.id AND i.item = ?2
            WHERE v.dataset = ?1 AND i.data = ?3 LIMIT 1
            """);
        row.Bind(1, dataset).Bind(2, item).Bind(3, annotation);
        var found = row.Step();
        row.Reset();
        return found;
    }

    /// <summary>Of the dataset: with what only they have.</summary>
    public static void DeleteOf(SqliteDatabase database, long dataset)
    {
        database.Cached(
            """
            DELETE FROM annotation WHERE id IN (
              SELECT i.data FROM dataset_version v CROSS JOIN dataset_version_item i ON i.version = v.id WHERE v.dataset = ?1 AND i.data IS NOT NULL)
            """).Bind(1, dataset).Run();
        database.Cached("DELETE FROM dataset_version_item WHERE version IN (SELECT id FROM dataset_version WHERE dataset = ?1)").Bind(1, dataset).Run();
        database.Cached("UPDATE dataset_version SET deleted = 1 WHERE dataset = ?1").Bind(1, dataset).Run();
    }

    private static DatasetVersion Read(SqliteStatement row) => new(row.Int64(0), row.Int64(1), row.Int32(2));
}
