using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Synapse.Backends;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Content too large for a segment: a file each, named by its SHA-256.</summary>
internal sealed class BlobFiles(BackendFolder folder)
{
    private const int BufferBytes = 1024 * 1024;

    public string Folder => folder.Blobs;

    public string PathOf(string sha256) => Path.Combine(folder.Blobs, sha256[..2], sha256);

    /// <summary>Copies and hashes in one pass. The blob is durable, its name only after <see cref="SyncNames"/>.</summary>
    public PreparedContent Store(SafeFileHandle source, ContentInspector? inspector, CancellationToken ct)
    {
        var temporary = Path.Combine(folder.Temporary, Guid.CreateVersion7().ToString("N"));
        try
        {
            var (size, sha256) = Copy(source, temporary, inspector, ct);
            var path = PathOf(Convert.ToHexStringLower(sha256));
            StateFolder.MakeDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return PreparedContent.Blob(size, sha256);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public void SyncNames(IEnumerable<PreparedContent> blobs)
    {
        var directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var blob in blobs)
        {
            directories.Add(Path.GetDirectoryName(PathOf(blob.Checksum))!);
        }

        foreach (var directory in directories)
        {
            DirectorySync.Flush(directory);
        }

        if (directories.Count > 0)
        {
            DirectorySync.Flush(folder.Blobs);
        }
    }

    public IEnumerable<string> List() => Directory.EnumerateFiles(folder.Blobs, "*", SearchOption.AllDirectories);

    private static (long Size, byte[] Sha256) Copy(SafeFileHandle source, string path, ContentInspector? inspector, CancellationToken ct)
    {
        using var target = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            while (RandomAccess.Read(source, buffer.AsSpan(0, BufferBytes), size) is var read and > 0)
            {
                ct.ThrowIfCancellationRequested();
                inspector?.Read(buffer.AsSpan(0, read));
                hash.AppendData(buffer, 0, read);
                RandomAccess.Write(target, buffer.AsSpan(0, read), size);
                size += read;
            }

            inspector?.Complete();
            RandomAccess.FlushToDisk(target);
            return (size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
