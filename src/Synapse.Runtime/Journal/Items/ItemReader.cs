using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Items;

internal readonly record struct ItemRow(long Ordinal, string? Key, ItemState State, int Attempt, byte[]? Result, string? Error);

/// <summary>Reads items page by page, so that a list of millions never stands in memory.</summary>
internal static class ItemReader
{
    private const int PageRows = 512;

    // Results may be large; a page ends early once it holds this much.
    private const int PageBytes = 256 * 1024;

    /// <summary>Items of one state after an ordinal, in order; an empty page is the end.</summary>
    public static List<ItemRow> Page(SqliteDatabase database, long loop, ItemState state, long after)
    {
        var rows = new List<ItemRow>();
        var statement = database.Cached(
            "SELECT id, key, state, attempt, result, error FROM item WHERE id > ?1 AND id <= ?2 AND state = ?3 ORDER BY id LIMIT ?4");
        statement.Bind(1, after < 0 ? ItemId.First(loop) - 1 : ItemId.Of(loop, after))
            .Bind(2, ItemId.Last(loop)).Bind(3, (int)state).Bind(4, PageRows);
        try
        {
            var bytes = 0;
            while (bytes < PageBytes && statement.Step())
            {
                var row = Row(statement);
                bytes += row.Result?.Length ?? 0;
                rows.Add(row);
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }

    /// <summary>What a resumed loop must know of each item; results stay where they are.</summary>
    public static void ScanKeys(SqliteDatabase database, long loop, Action<long, ReadOnlySpan<byte>, ItemState> visit)
    {
        using var statement = database.Prepare("SELECT id, key, state FROM item WHERE id >= ?1 AND id <= ?2");
        statement.Bind(1, ItemId.First(loop)).Bind(2, ItemId.Last(loop));
        while (statement.Step())
        {
            visit(ItemId.Ordinal(statement.Int64(0)), statement.BlobSpan(1), (ItemState)statement.Int32(2));
        }
    }

    private static ItemRow Row(SqliteStatement statement) => new(
        ItemId.Ordinal(statement.Int64(0)), statement.Text(1), (ItemState)statement.Int32(2), statement.Int32(3),
        statement.Blob(4), statement.Text(5));
}
