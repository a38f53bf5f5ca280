using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Check;

/// <summary>
/// Makes the index again from the segments. Files and models come back with new ids, deleted ones too;
/// all else stood in the index only.
/// </summary>
internal static class IndexRebuild
{
    private const int RowsPerTransaction = 10_000;

    /// <returns>Files and models found, and how many of the named ones are without their content.</returns>
    public static (long Files, long Models, long Lost) Run(StateFolder state, CancellationToken ct = default)
    {
        var folder = new BackendFolder(state.Backend);
        using var alone = folder.TryEnterAlone()
            ?? throw new BackendException($"The embedded backend in {folder.Path} is in use by another process. Rebuild its index when that has ended.");
        var (rows, lost) = Collect(folder, ct);
        var rebuilt = folder.Index + ".rebuilt";
        Delete(rebuilt);
        Write(rebuilt, rows, ct);
        KeepDamaged(folder);
        File.Move(rebuilt, folder.Index);
        Journal.Posix.DirectorySync.Flush(folder.Path);
        var models = rows.Values.Count(row => row.Name.Metrics is not null);
        return (rows.Count - models, models, lost);
    }

    /// <summary>By kind and key: where a key was stored twice, the later one replaced a deleted or never acknowledged one.</summary>
    private static (Dictionary<(bool IsModel, string Key), (ContentName Name, ContentRow Content)> Rows, long Lost) Collect(
        BackendFolder folder, CancellationToken ct)
    {
        var segments = new SegmentFiles(folder.Segments);
        var blobs = new BlobFiles(folder);
        var rows = new Dictionary<(bool, string), (ContentName, ContentRow)>();
        long lost = 0;
        foreach (var (name, content, isWhole) in StoredNames.Read(segments, blobs, ct))
        {
            if (isWhole)
            {
                rows[(name.Metrics is not null, name.Key)] = (name, content);
            }
            else
            {
                lost++;
            }
        }

        return (rows, lost);
    }

    private static void Write(
        string path, Dictionary<(bool IsModel, string Key), (ContentName Name, ContentRow Content)> rows, CancellationToken ct)
    {
        using var database = IndexSchema.OpenForWriting(path);
        foreach (var chunk in rows.Values.Chunk(RowsPerTransaction))
        {
            ct.ThrowIfCancellationRequested();
            database.Begin();
            foreach (var (name, content) in chunk)
            {
                Insert(database, name, content);
            }

            database.Commit();
        }
    }

    private static void Insert(SqliteDatabase database, ContentName name, in ContentRow content)
    {
        var id = ContentTable.Insert(database, content.Segment, content.Offset, content.Size, Convert.FromHexString(content.Sha256));
        if (name.Metrics is { } metrics)
        {
            ModelTable.Insert(database, name.Name, id, metrics, name.Key);
        }
        else
        {
            DataFileTable.Insert(database, name.Name, id, name.Key);
        }
    }

    private static void KeepDamaged(BackendFolder folder)
    {
        var kept = $"{folder.Index}.damaged-{Guid.CreateVersion7():N}";
        foreach (var suffix in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(folder.Index + suffix))
            {
                File.Move(folder.Index + suffix, kept + suffix);
            }
        }
    }

    private static void Delete(string database)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(database + suffix);
        }
    }
}
