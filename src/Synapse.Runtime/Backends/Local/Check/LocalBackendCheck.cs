using System.Globalization;
using System.Security.Cryptography;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Check;

/// <summary>Reads everything that is stored and compares it with the index. Changes nothing; others may go on working.</summary>
internal static class LocalBackendCheck
{
    private const int PageSize = 1000;

    private const string Contents =
        """
        SELECT c.id, c.segment, c.offset, c.size, c.sha256, f.id, f.name, m.id, m.name
        FROM (SELECT * FROM content WHERE id > ?1 ORDER BY id LIMIT ?2) c
        LEFT JOIN live_file f ON f.content = c.id LEFT JOIN live_model m ON m.content = c.id ORDER BY c.id
        """;

    public static CheckReport Run(StateFolder state, CancellationToken ct = default)
    {
        var folder = new BackendFolder(state.Backend);
        if (!File.Exists(folder.Index))
        {
            return folder.HasContent
                ? throw new BackendException($"{folder.Index} is missing, but files are stored beside it. Rebuild the index from them.")
                : new(0, [], new(0, 0, 0), []);
        }

        var segments = new SegmentFiles(folder.Segments);
        var blobs = new BlobFiles(folder);
        // Before the rows are read: what is stored meanwhile then has a row and is not taken for unused.
        var scan = UnusedScan.Run(segments, blobs, ct);
        try
        {
            using var database = IndexSchema.OpenForReading(folder.Index);
            return Compare(database, new(segments, blobs), scan, ct);
        }
        catch (SqliteException e)
        {
            throw IndexFault.Describe(folder.Index, e);
        }
    }

    private static CheckReport Compare(SqliteDatabase database, ContentFiles files, UnusedScan scan, CancellationToken ct)
    {
        database.Execute(
            """
            PRAGMA query_only=OFF;
            CREATE TEMP TABLE live_file AS SELECT content, id, name FROM data_file WHERE deleted = 0;
            CREATE TEMP TABLE live_model AS SELECT content, id, name FROM model WHERE deleted = 0;
            CREATE UNIQUE INDEX temp.live_file_content ON live_file(content);
            CREATE UNIQUE INDEX temp.live_model_content ON live_model(content);
            """);
        var damaged = new List<DamagedContent>();
        long checkedCount = 0;
        long last = 0;
        while (Page(database, last) is { Count: > 0 } page)
        {
            foreach (var (_, content, kind, id, name) in page)
            {
                ct.ThrowIfCancellationRequested();
                if (kind is null)
                {
                    continue;
                }

                scan.Used(content);
                checkedCount++;
                if (Fault(files, content) is { } reason)
                {
                    damaged.Add(new(kind, id, name, reason));
                }
            }

            last = page[^1].Row;
        }

        return new(checkedCount, damaged, scan.Unused(), scan.BadPlaces);
    }

    private static List<(long Row, ContentRow Content, string? Kind, long Id, string Name)> Page(SqliteDatabase database, long after)
    {
        var page = new List<(long, ContentRow, string?, long, string)>(PageSize);
        var row = database.Cached(Contents);
        row.Bind(1, after).Bind(2, PageSize);
        while (row.Step())
        {
            var kind = !row.IsNull(5) ? "data file" : !row.IsNull(7) ? "model" : null;
            var column = kind == "model" ? 7 : 5;
            page.Add((row.Int64(0), ContentTable.Read(row, 1), kind, row.Int64(column), row.Text(column + 1) ?? ""));
        }

        row.Reset();
        return page;
    }

    private static string? Fault(ContentFiles files, in ContentRow row)
    {
        try
        {
            using var content = files.Open("Content", row);
            var found = Convert.ToHexStringLower(SHA256.HashData(content));
            return found == row.Sha256
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"its content has SHA-256 {found}, stored as {row.Sha256}");
        }
        catch (BackendException e)
        {
            return e.InnerException?.Message ?? e.Message;
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }
}
