using System.Globalization;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>Rows of stored content, whatever it is the content of.</summary>
internal static class ContentTable
{
    /// <param name="database">In a transaction.</param>
    /// <param name="segment">Null for a blob.</param>
    /// <param name="offset">Where its record begins.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="sha256">Its hash.</param>
    public static long Insert(SqliteDatabase database, int? segment, long offset, long size, ReadOnlySpan<byte> sha256)
    {
        database.Cached("INSERT INTO content(segment, offset, size, sha256) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, (long?)segment).Bind(2, offset).Bind(3, size).BindBlob(4, sha256).Run();
        return database.LastInsertRowId;
    }

    /// <summary>The columns segment, offset, size, sha256, from <paramref name="column"/> on.</summary>
    public static ContentRow Read(SqliteStatement row, int column) => new(
        row.IsNull(column) ? null : row.Int32(column),
        row.Int64(column + 1),
        row.Int64(column + 2),
        Convert.ToHexStringLower(row.BlobSpan(column + 3)));

    /// <summary>Behind this byte of the segment the index knows nothing.</summary>
    public static long EndOf(SqliteDatabase database, int segment) => database.QueryInt64(string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT offset + size + {SegmentRecord.HeaderBytes} FROM content WHERE segment = {segment} ORDER BY offset DESC LIMIT 1"));
}
