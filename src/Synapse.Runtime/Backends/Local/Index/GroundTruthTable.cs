using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Items of datasets and of their versions, with what is held to be true of them.</summary>
internal static class GroundTruthTable
{
    private const string Where = " u.deleted = 0 AND (?4 IS NULL OR d.split = ?4) AND (?5 IS NULL OR d.label IN (SELECT value FROM json_each(?5)))";

    private const string OfDataset =
        "FROM dataset_item d INDEXED BY dataset_item_dataset CROSS JOIN data_unit u ON u.id = d.unit WHERE d.dataset = ?3 AND d.id > ?1 AND" + Where;

    private const string OfDatasetWithIds =
        """
        FROM json_each(?2) j CROSS JOIN dataset_item d ON d.id = j.value CROSS JOIN data_unit u ON u.id = d.unit
        WHERE d.dataset = ?3 AND d.id > ?1 AND
        """ + Where;

    private const string OfVersion =
        "FROM dataset_version_item d CROSS JOIN data_unit u ON u.id = d.unit WHERE d.version = ?3 AND d.item > ?1 AND" + Where;

    private const string OfVersionWithIds =
        """
        FROM json_each(?2) j CROSS JOIN dataset_version_item d ON d.version = ?3 AND d.item = j.value CROSS JOIN data_unit u ON u.id = d.unit
        WHERE d.item > ?1 AND
        """ + Where;

    private const string Before = AnnotatedRows.Columns + "i.split, i.label, i.task FROM (";

    private const string Items = Before + "SELECT d.id, d.unit, u.collection, d.data, d.split, d.label, d.task ";

    private const string VersionItems = Before + "SELECT d.item AS id, d.unit, u.collection, d.data, d.split, d.label, d.task ";

    private const string After = " ORDER BY 1 LIMIT ?6)" + AnnotatedRows.Files;

    /// <param name="database">Where.</param>
    /// <param name="source">The dataset, or its version.</param>
    /// <param name="filter">Which of it.</param>
    /// <param name="after">Those with a larger id.</param>
    /// <param name="ids">Those among these, as a JSON array; null for all.</param>
    public static ItemPage<GroundTruth> Page(SqliteDatabase database, in GroundTruthSource source, GroundTruthFilter filter, long after, string? ids)
    {
        var dataset = source.Dataset;
        var row = source.Version is null
            ? database.Cached(ids is null ? Items + OfDataset + After : Items + OfDatasetWithIds + After)
            : database.Cached(ids is null ? VersionItems + OfVersion + After : VersionItems + OfVersionWithIds + After);
        return AnnotatedRows.Read(
            database,
            Bind(row, source, filter, after, ids).Bind(6, AnnotatedRows.PageSize),
            row => new GroundTruth(row.Int64(0), row.Int64(1), dataset, row.RequiredText(AnnotatedRows.Own))
            {
                Label = row.Text(AnnotatedRows.Own + 1),
                Task = row.NullableInt64(AnnotatedRows.Own + 2),
            },
            static (truth, parts) => truth with { Files = parts.Files, PrimarySpecification = parts.Primary, Data = parts.Data });
    }

    public static long Count(SqliteDatabase database, in GroundTruthSource source, GroundTruthFilter filter, string? ids)
    {
        const string Counted = "SELECT count(*) ";
        var row = source.Version is null
            ? database.Cached(ids is null ? Counted + OfDataset : Counted + OfDatasetWithIds)
            : database.Cached(ids is null ? Counted + OfVersion : Counted + OfVersionWithIds);
        Bind(row, source, filter, 0, ids);
        row.Step();
        var count = row.Int64(0);
        row.Reset();
        return count;
    }

    private static SqliteStatement Bind(SqliteStatement row, in GroundTruthSource source, GroundTruthFilter filter, long after, string? ids) => row
        .Bind(1, after).Bind(2, ids).Bind(3, source.Version ?? source.Dataset).Bind(4, filter.Split)
        .Bind(5, filter.Labels is { } labels ? UnitText.Names(labels) : null);
}

/// <param name="Dataset">The dataset.</param>
/// <param name="Version">The id of its version; null for what it is now.</param>
internal readonly record struct GroundTruthSource(long Dataset, long? Version);
