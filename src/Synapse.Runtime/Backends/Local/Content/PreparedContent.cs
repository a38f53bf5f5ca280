using System.Buffers;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Content that was read once and waits for its row: a record to append, or a blob in its place.</summary>
internal sealed class PreparedContent : IDisposable
{
    private readonly SemaphoreSlim? _room;
    private byte[]? _buffer;

    private PreparedContent(long size, byte[] sha256, byte[]? buffer, SemaphoreSlim? room)
    {
        Size = size;
        Sha256 = sha256;
        _buffer = buffer;
        _room = room;
    }

    public long Size { get; }

    public byte[] Sha256 { get; }

    public bool IsBlob => _room is null;

    /// <summary>Header and bytes; valid until disposal.</summary>
    public ReadOnlyMemory<byte> Record => _buffer.AsMemory(0, SegmentRecord.HeaderBytes + (int)Size);

    public string Checksum => Convert.ToHexStringLower(Sha256);

    public static PreparedContent Blob(long size, byte[] sha256) => new(size, sha256, null, null);

    /// <summary>A record in a rented buffer, which goes back with its place in <paramref name="room"/>.</summary>
    public static PreparedContent InRecord(int size, byte[] sha256, byte[] buffer, SemaphoreSlim room)
    {
        SegmentRecord.WriteHeader(buffer, RecordKind.Content, size, sha256);
        return new(size, sha256, buffer, room);
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
            _room!.Release();
        }
    }
}
