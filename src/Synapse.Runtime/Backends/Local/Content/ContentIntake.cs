using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Reads a file of this machine once, into what the backend stores.</summary>
internal sealed class ContentIntake(BlobFiles blobs) : IDisposable
{
    /// <summary>Up to here content goes into a segment.</summary>
    public const int MaxRecordBytes = 256 * 1024;

    private const int TinyBytes = 16 * 1024;

    // What waits for its commit is in memory: 16 MiB of each sort at most, however many callers there are.
    private readonly SemaphoreSlim _tiny = new(1024);
    private readonly SemaphoreSlim _small = new(64);

    public async Task<PreparedContent> ReadAsync(string call, string path, ContentInspector? inspector, CancellationToken ct)
    {
        try
        {
            using var source = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var (length, written) = State(source);
            var content = length > MaxRecordBytes
                ? await Task.Run(() => blobs.Store(source, inspector, ct), ct)
                : await ReadRecordAsync(source, (int)length, length > TinyBytes ? _small : _tiny, inspector, ct);
            if (content.Size != length || File.GetLastWriteTimeUtc(source) != written)
            {
                content.Dispose();
                throw new BackendException($"{call}: {path} changed while it was read. Upload it when nothing writes to it any more.");
            }

            return content;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackendException($"{call}: there is no file {path}.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Directory.Exists(path)
                ? new BackendException($"{call}: {path} is a folder. Upload the files in it.", e)
                : new BackendException($"{call}: {path} must not be read by this user. Change its permissions.", e);
        }
        catch (IOException e)
        {
            throw DiskFull.Is(e) ? DiskFull.At(blobs.Folder, e) : new BackendException($"{call}: {path} could not be stored: {e.Message.TrimEnd('.')}.", e);
        }
    }

    public void Dispose()
    {
        _tiny.Dispose();
        _small.Dispose();
    }

    private static async Task<PreparedContent> ReadRecordAsync(SafeFileHandle source, int length, SemaphoreSlim room, ContentInspector? inspector, CancellationToken ct)
    {
        await room.WaitAsync(ct);
        // One byte more than there should be shows that the file grew.
        var buffer = ArrayPool<byte>.Shared.Rent(SegmentRecord.HeaderBytes + length + 1);
        try
        {
            var size = Fill(source, buffer.AsSpan(SegmentRecord.HeaderBytes, length + 1));
            inspector?.Read(buffer.AsSpan(SegmentRecord.HeaderBytes, size));
            inspector?.Complete();
            var sha256 = SHA256.HashData(buffer.AsSpan(SegmentRecord.HeaderBytes, size));
            return PreparedContent.InRecord(size, sha256, buffer, room);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            room.Release();
            throw;
        }
    }

    private static int Fill(SafeFileHandle source, Span<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && RandomAccess.Read(source, buffer[filled..], filled) is var read and > 0)
        {
            filled += read;
        }

        return filled;
    }

    private static (long Length, DateTime Written) State(SafeFileHandle source) =>
        (RandomAccess.GetLength(source), File.GetLastWriteTimeUtc(source));
}
