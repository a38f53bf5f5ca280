using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>
/// A page of data units with annotations, whatever they are items of: one query for the items with their files, and the
/// annotations by their rows, until they are too many bytes to hold at once.
/// </summary>
internal static class AnnotatedRows
{
    public const int PageSize = 500;

    /// <summary>What an item of the inner query must have: id, unit, collection and data. An item's own columns follow.</summary>
    public const string Columns = "SELECT i.id, i.unit, i.collection, i.data, p.part, f.id, f.name, c.size, c.sha256, ";

    /// <summary>The files of the inner query's items.</summary>
    public const string Files =
        """
         i CROSS JOIN data_unit_file p ON p.unit = i.unit CROSS JOIN data_file f ON f.id = p.file CROSS JOIN content c ON c.id = f.content
        ORDER BY i.id, p.part
        """;

    /// <summary>The first of an item's own columns.</summary>
    public const int Own = 9;

    private const int MaxBytes = 8 * 1024 * 1024;

    /// <param name="database">Where the annotations are.</param>
    /// <param name="row">The bound query.</param>
    /// <param name="create">An item of its own columns.</param>
    /// <param name="complete">The item with the rest.</param>
    public static ItemPage<T> Read<T>(SqliteDatabase database, SqliteStatement row, Func<SqliteStatement, T> create, Func<T, ItemParts, T> complete)
        where T : AnnotatedItem
    {
        var found = new List<(T Item, long? Collection, long? Data, Dictionary<string, DataFile> Files)>();
        while (row.Step())
        {
            if (found.Count == 0 || found[^1].Item.Id != row.Int64(0))
            {
                found.Add((create(row), row.NullableInt64(2), row.NullableInt64(3), new(StringComparer.Ordinal)));
            }

            found[^1].Files.Add(row.RequiredText(4), DataFileTable.Read(row, 5));
        }

        row.Reset();
        return Complete(database, found, complete);
    }

    private static ItemPage<T> Complete<T>(
        SqliteDatabase database, List<(T Item, long? Collection, long? Data, Dictionary<string, DataFile> Files)> found, Func<T, ItemParts, T> complete)
    {
        var primary = new PrimaryFiles(database);
        var items = new List<T>(found.Count);
        for (long bytes = 0; items.Count < found.Count && bytes < MaxBytes;)
        {
            var (item, collection, annotation, files) = found[items.Count];
            JsonElement? data = null;
            if (annotation is { } id)
            {
                data = AnnotationTable.Read(database, id, out var size);
                bytes += size;
            }

            items.Add(complete(item, new(files, primary.Of(collection, files), data)));
        }

        return new(items, items.Count < found.Count);
    }
}

/// <param name="Items">In the order of their ids.</param>
/// <param name="IsCut">Whether there were more than fit.</param>
internal readonly record struct ItemPage<T>(IReadOnlyList<T> Items, bool IsCut);

/// <param name="Files">By file specification.</param>
/// <param name="Primary">The specification of the file that people look at.</param>
/// <param name="Data">The annotations.</param>
internal readonly record struct ItemParts(IReadOnlyDictionary<string, DataFile> Files, string? Primary, JsonElement? Data);
