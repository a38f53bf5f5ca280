using System.Buffers;

namespace Synapse.Actions.Exporting.Saving;

/// <summary>Fetches original files from the backend.</summary>
internal static class Originals
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Writes a file's content. The backend proves it on the way, at its end at the latest.</summary>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="OriginalException">The file could not be read or written.</exception>
    public static async Task<long> SaveAsync(DataFile file, string path, IBackend backend, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(file.Size, 1, BufferBytes));
        try
        {
            await using var content = await backend.DataFiles.OpenAsync(file.Id, ct);
            using var target = NewFile.Open(path);
            long size = 0;
            while (await content.ReadAsync(buffer, ct) is var read and > 0)
            {
                RandomAccess.Write(target, buffer.AsSpan(0, read), size);
                size += read;
            }

            return size == file.Size ? size
                : throw new IOException($"Data file {file.Id} ({file.Name}) has {size} bytes instead of {file.Size}. Upload it again.");
        }
        catch (Exception e) when (!DiskFull.Is(e) && e is not OperationCanceledException)
        {
            throw new OriginalException(e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
