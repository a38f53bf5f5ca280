using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Compaction;

/// <summary>
/// Gives back the space of content that nothing refers to. It works alone: who opens the backend meanwhile waits. A segment
/// goes when all that is used of it stands elsewhere and in the index, so a kill at any moment leaves at most a second copy.
/// </summary>
internal static class LocalCompaction
{
    private const int Sha256Characters = 64;

    /// <param name="state">Whose backend.</param>
    /// <param name="tell">Is told which segment of how many comes next.</param>
    /// <param name="ct">Stops between two records.</param>
    /// <exception cref="BackendException">The backend is in use, or its index is lost or damaged.</exception>
    public static CompactionReport Run(StateFolder state, Action<int, int>? tell = null, CancellationToken ct = default)
    {
        var folder = new BackendFolder(state.Backend);
        using var alone = folder.TryEnterAlone()
            ?? throw new BackendException($"The embedded backend in {folder.Path} is in use by another process. Compact it when that has ended.");
        if (!File.Exists(folder.Index))
        {
            return folder.HasContent
                ? throw new BackendException($"{folder.Index} is missing, so nobody knows what is in use. Put back a copy of it, or let 'local check' make a new one.")
                : new(0, 0, 0, 0, []);
        }

        try
        {
            using var database = IndexSchema.OpenForWriting(folder.Index);
            var live = new LiveContent(database);
            var (blobs, blobBytes) = RemoveBlobs(new BlobFiles(folder), live, ct);
            var report = RewriteSegments(new SegmentFiles(folder.Segments), live, tell, ct);
            return report with { Blobs = blobs, Bytes = report.Bytes + blobBytes + ShrinkIndex(database, folder.Index) };
        }
        catch (SqliteException e)
        {
            throw IndexFault.Describe(folder.Index, e);
        }
        catch (IOException e)
        {
            throw new BackendException($"The embedded backend in {folder.Path} could not be compacted: {e.Message.TrimEnd('.')}. Nothing is lost; free some space or check the disk, then try again.", e);
        }
    }

    private static (int Count, long Bytes) RemoveBlobs(BlobFiles blobs, LiveContent live, CancellationToken ct)
    {
        var (count, bytes) = (0, 0L);
        foreach (var path in blobs.List())
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            if (name.Length == Sha256Characters && name.All(char.IsAsciiHexDigitLower) && !live.HasBlob(name))
            {
                bytes += new FileInfo(path).Length;
                count++;
                File.Delete(path);
            }
        }

        return (count, bytes);
    }

    private static CompactionReport RewriteSegments(SegmentFiles segments, LiveContent live, Action<int, int>? tell, CancellationToken ct)
    {
        var uses = segments.List().ConvertAll(number => SegmentUse.Of(segments, number, live, ct));
        var chosen = uses.Where(use => use.IsWorthwhile).ToList();
        var locks = new Dictionary<int, FileLock>();
        var gone = 0;
        long bytes = 0;
        try
        {
            // What is to go is locked, so that the copies are appended to others.
            chosen.ForEach(use => locks.Add(use.Number, FileLock.TryExclusive(segments.PathOf(use.Number)) ?? throw new IOException($"segment {use.Number} is locked")));
            using var appender = new SegmentAppender(segments, live.EndOf);
            var copy = new SegmentCopy(segments, appender, live);
            foreach (var use in chosen)
            {
                tell?.Invoke(gone + 1, chosen.Count);
                bytes += use.Bytes - copy.Run(use.Number, ct);
                locks[use.Number].Dispose();
                Remove(segments, use.Number, live);
                gone++;
            }
        }
        finally
        {
            foreach (var held in locks.Values)
            {
                held.Dispose();
            }
        }

        var stay = uses.Except(chosen).ToList();
        return new(gone, 0, bytes, stay.Where(use => !use.IsDamaged).Sum(use => use.Dead), [.. stay.Where(use => use.IsDamaged).Select(use => use.Number)]);
    }

    private static void Remove(SegmentFiles segments, int number, LiveContent live)
    {
        if (live.CountIn(number) > 0)
        {
            throw new BackendException($"Segment {number} holds contents without names. It stays; 'local check' says whether they are whole.");
        }

        live.Forget(number);
        File.Delete(segments.PathOf(number));
        DirectorySync.Flush(segments.Directory);
    }

    /// <summary>Where a tenth of the index or more is free, it is written anew.</summary>
    private static long ShrinkIndex(SqliteDatabase database, string path)
    {
        const int WorthwhileShare = 10;
        if (database.QueryInt64("PRAGMA freelist_count") * WorthwhileShare < database.QueryInt64("PRAGMA page_count"))
        {
            return 0;
        }

        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var before = new FileInfo(path).Length;
        database.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        return before - new FileInfo(path).Length;
    }
}
