using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Commits one group: contents durable first, then their rows in one transaction. For one thread.</summary>
internal sealed class IndexWriter : IDisposable
{
    private readonly string _path;
    private readonly BlobFiles _blobs;
    private readonly SegmentAppender _appender;
    private SqliteDatabase? _database;

    public IndexWriter(string path, SegmentFiles segments, BlobFiles blobs)
    {
        _path = path;
        _blobs = blobs;
        _appender = new(segments, segment => ContentTable.EndOf(Database, segment));
    }

    private SqliteDatabase Database => _database ??= IndexSchema.OpenForWriting(_path);

    /// <summary>Creates the index if there is none.</summary>
    public void Open()
    {
        try
        {
            _ = Database;
        }
        catch (SqliteException e)
        {
            throw IndexFault.Describe(_path, e);
        }
    }

    /// <summary>Durable when it returns; the callers are told by whoever called this.</summary>
    public void Commit(IReadOnlyList<PendingWrite> group)
    {
        try
        {
            Look(group);
            Apply(group, Store(group));
        }
        catch (SqliteException e)
        {
            // After a failed write the connection's view of the file cannot be trusted.
            Close();
            throw IndexFault.Describe(_path, e);
        }
        catch (IOException e)
        {
            throw DiskFull.Is(e) ? DiskFull.At(Path.GetDirectoryName(_path)!, e) : new BackendException($"Content could not be stored in {Path.GetDirectoryName(_path)}: {e.Message.TrimEnd('.')}. Check the disk, then resume the run.", e);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Dispose()
    {
        _appender.Dispose();
        Close();
    }

    /// <summary>What is there already need not be stored again.</summary>
    private void Look(IReadOnlyList<PendingWrite> group)
    {
        Database.Cached("BEGIN").Run();
        foreach (var write in group)
        {
            if (write.Content is not null)
            {
                write.Look(Database);
            }
        }

        Database.Commit();
    }

    private Dictionary<PendingWrite, (int? Segment, long Offset)> Store(IReadOnlyList<PendingWrite> group)
    {
        var places = new Dictionary<PendingWrite, (int? Segment, long Offset)>(group.Count);
        var open = group.Where(write => write is { Content: not null, IsSettled: false }).ToList();
        if (open.Count == 0)
        {
            return places;
        }

        _blobs.SyncNames(open.Where(write => write.Content!.IsBlob).Select(write => write.Content!));
        var parts = new List<ReadOnlyMemory<byte>>(open.Count + 1);
        parts.AddRange(open.Where(write => !write.Content!.IsBlob).Select(write => write.Content!.Record));
        parts.Add(NamesRecord.Write([.. open.Select(NamedContent.Of)]));
        var (segment, offset) = _appender.Append(parts, parts.Sum(part => (long)part.Length));
        foreach (var write in open)
        {
            var isBlob = write.Content!.IsBlob;
            places.Add(write, isBlob ? (null, 0) : (segment, offset));
            offset += isBlob ? 0 : write.Content.Record.Length;
        }

        return places;
    }

    private void Apply(IReadOnlyList<PendingWrite> group, Dictionary<PendingWrite, (int? Segment, long Offset)> places)
    {
        if (group.All(write => write.IsSettled))
        {
            return;
        }

        Database.Begin();
        foreach (var write in group)
        {
            try
            {
                Apply(write, places);
            }
            catch (BackendException refusal)
            {
                write.Refuse(refusal);
            }
        }

        Database.Commit();
    }

    private void Apply(PendingWrite write, Dictionary<PendingWrite, (int? Segment, long Offset)> places)
    {
        if (!write.IsSettled)
        {
            // Another process, or the same key earlier in this group, may have been first.
            write.Look(Database);
        }

        if (write.IsSettled)
        {
            return;
        }

        long content = 0;
        if (write.Content is { } prepared)
        {
            var (segment, offset) = places[write];
            content = ContentTable.Insert(Database, segment, offset, prepared.Size, prepared.Sha256);
        }

        write.Apply(Database, content);
    }

    private void Close()
    {
        _database?.Dispose();
        _database = null;
    }
}
