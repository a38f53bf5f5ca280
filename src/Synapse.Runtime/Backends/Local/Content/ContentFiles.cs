using System.Security.Cryptography;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>
/// Opens stored content, which is never handed out as whole when it is not what was stored: that of a segment is compared
/// before, that of a blob by the time it has been read.
/// </summary>
internal sealed class ContentFiles(SegmentFiles segments, BlobFiles blobs)
{
    /// <param name="what">What is opened, for the message: call, kind, id and name.</param>
    /// <param name="row">Where the content lies.</param>
    public Stream Open(string what, in ContentRow row)
    {
        try
        {
            return row.Segment is { } number ? ReadRecord(number, row) : OpenBlob(what, row);
        }
        catch (IOException e)
        {
            throw Damaged(what, e.Message, e);
        }
    }

    private static BackendException Damaged(string what, string found, Exception? cause = null)
    {
        var message = $"{what}: its content is missing or damaged ({found}). Upload or train it again.";
        return cause is null ? new BackendException(message) : new BackendException(message, cause);
    }

    private MemoryStream ReadRecord(int number, in ContentRow row)
    {
        using var handle = FileLock.OpenUnlocked(segments.PathOf(number));
        Span<byte> header = stackalloc byte[SegmentRecord.HeaderBytes];
        var read = RandomAccess.Read(handle, header, row.Offset);
        if (!SegmentRecord.TryReadHeader(header[..read], out var kind, out var length)
            || kind != RecordKind.Content || length != row.Size
            || Convert.ToHexStringLower(SegmentRecord.Sha256(header)) != row.Sha256)
        {
            throw new IOException($"segment {number} holds another record at byte {row.Offset}");
        }

        var content = new byte[length];
        for (var filled = 0; filled < length; filled += read)
        {
            read = RandomAccess.Read(handle, content.AsSpan(filled), row.Offset + SegmentRecord.HeaderBytes + filled);
            if (read == 0)
            {
                throw new IOException($"segment {number} ends before it");
            }
        }

        var found = Convert.ToHexStringLower(SHA256.HashData(content));
        return found == row.Sha256
            ? new MemoryStream(content, writable: false)
            : throw new IOException($"segment {number} has other bytes from {row.Offset} on: SHA-256 {found} instead of {row.Sha256}");
    }

    private BlobStream OpenBlob(string what, in ContentRow row)
    {
        var file = new FileStream(blobs.PathOf(row.Sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024);
        if (file.Length == row.Size)
        {
            return new BlobStream(file, row.Sha256, found => Damaged(what, found));
        }

        using (file)
        {
            throw new IOException($"the blob has {file.Length} bytes instead of {row.Size}");
        }
    }
}
