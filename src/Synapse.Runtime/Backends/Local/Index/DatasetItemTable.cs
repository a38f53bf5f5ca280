using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of data units in datasets.</summary>
internal static class DatasetItemTable
{
    /// <summary>One that is replaced keeps its id.</summary>
    public static void Put(SqliteDatabase database, long dataset, NewDatasetItem item, StoredAnnotation? annotation)
    {
        var row = database.Cached("SELECT id, data FROM dataset_item WHERE dataset = ?1 AND unit = ?2").Bind(1, dataset).Bind(2, item.DataUnit);
        (long Id, long? Data)? before = row.Step() ? (row.Int64(0), row.NullableInt64(1)) : null;
        row.Reset();
        var data = AnnotationTable.Insert(database, annotation);
        if (before is not { } old)
        {
            database.Cached("INSERT INTO dataset_item(dataset, unit, split, label, data, task) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .Bind(1, dataset).Bind(2, item.DataUnit).Bind(3, item.Split).Bind(4, item.Label).Bind(5, data).Bind(6, item.Task).Run();
            return;
        }

        database.Cached("UPDATE dataset_item SET split = ?2, label = ?3, data = ?4, task = ?5 WHERE id = ?1")
            .Bind(1, old.Id).Bind(2, item.Split).Bind(3, item.Label).Bind(4, data).Bind(5, item.Task).Run();
        if (old.Data is { } replaced && !DatasetVersionTable.Shares(database, dataset, old.Id, replaced))
        {
            AnnotationTable.Delete(database, replaced);
        }
    }

    /// <summary>Those of a dataset lose their annotations; the rows stay, so that no id is used twice.</summary>
    public static void Clear(SqliteDatabase database, long dataset)
    {
        database.Cached("DELETE FROM annotation WHERE id IN (SELECT data FROM dataset_item WHERE dataset = ?1 AND data IS NOT NULL)").Bind(1, dataset).Run();
        database.Cached("UPDATE dataset_item SET data = NULL WHERE dataset = ?1 AND data IS NOT NULL").Bind(1, dataset).Run();
    }

    /// <summary>The next ones behind a data unit, without those whose unit is deleted.</summary>
    public static List<DatasetItem> Page(SqliteDatabase database, long dataset, string? split, long after, int size)
    {
        var row = database.Cached(
            """
            SELECT i.unit, i.split, i.label, p.part, f.id, f.name, c.size, c.sha256
            FROM (SELECT di.unit, di.split, di.label FROM dataset_item di INDEXED BY dataset_item_unit CROSS JOIN data_unit u ON u.id = di.unit
                  WHERE di.dataset = ?1 AND di.unit > ?2 AND (?3 IS NULL OR di.split = ?3) AND u.deleted = 0
                  ORDER BY di.unit LIMIT ?4) i
            CROSS JOIN data_unit_file p ON p.unit = i.unit
            CROSS JOIN data_file f ON f.id = p.file
            CROSS JOIN content c ON c.id = f.content
            ORDER BY i.unit, p.part
            """);
        row.Bind(1, dataset).Bind(2, after).Bind(3, split).Bind(4, size);
        var page = new List<DatasetItem>();
        var files = new Dictionary<string, DataFile>(StringComparer.Ordinal);
        while (row.Step())
        {
            var unit = row.Int64(0);
            if (page.Count == 0 || page[^1].DataUnit != unit)
            {
                files = new(StringComparer.Ordinal);
                page.Add(new(unit, row.RequiredText(1), row.Text(2), files));
            }

            files.Add(row.RequiredText(3), DataFileTable.Read(row, 4));
        }

        row.Reset();
        return page;
    }
}
