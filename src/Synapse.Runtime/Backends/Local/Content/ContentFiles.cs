using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Opens stored content.</summary>
internal sealed class ContentFiles(SegmentFiles segments, BlobFiles blobs)
{
    /// <param name="what">What is opened, for the message: call, kind, id and name.</param>
    /// <param name="row">Where the content lies.</param>
    public Stream Open(string what, in ContentRow row)
    {
        try
        {
            return row.Segment is { } number ? OpenRecord(number, row) : OpenBlob(row);
        }
        catch (IOException e)
        {
            throw new BackendException($"{what}: its content is missing or damaged ({e.Message}). Upload or train it again.", e);
        }
    }

    private SegmentStream OpenRecord(int number, in ContentRow row)
    {
        var handle = FileLock.OpenUnlocked(segments.PathOf(number));
        try
        {
            Span<byte> header = stackalloc byte[SegmentRecord.HeaderBytes];
            var read = RandomAccess.Read(handle, header, row.Offset);
            var start = row.Offset + SegmentRecord.HeaderBytes;
            if (!SegmentRecord.TryReadHeader(header[..read], out var kind, out var length)
                || kind != RecordKind.Content || length != row.Size
                || Convert.ToHexStringLower(SegmentRecord.Sha256(header)) != row.Sha256)
            {
                throw new IOException($"segment {number} holds another record at byte {row.Offset}");
            }

            if (RandomAccess.GetLength(handle) < start + length)
            {
                throw new IOException($"segment {number} ends before it");
            }

            return new(handle, start, length);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private FileStream OpenBlob(in ContentRow row)
    {
        var stream = new FileStream(blobs.PathOf(row.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024);
        if (stream.Length == row.Size)
        {
            return stream;
        }

        using (stream)
        {
            throw new IOException($"the blob has {stream.Length} bytes instead of {row.Size}");
        }
    }
}
