using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Walks over the records of a segment, forward, proving each one.</summary>
internal sealed class SegmentScan(SafeFileHandle handle, long from) : IDisposable
{
    private readonly byte[] _header = new byte[SegmentRecord.HeaderBytes];
    private readonly long _end = RandomAccess.GetLength(handle);
    private byte[] _payload = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private long _next = from;

    /// <summary>Where the current record begins; after the last one, where the good part ends.</summary>
    public long Offset { get; private set; } = from;

    public RecordKind Kind { get; private set; }

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Sha256 => SegmentRecord.Sha256(_header);

    public ReadOnlySpan<byte> Payload => _payload.AsSpan(0, Length);

    public bool AtEnd => Offset >= _end;

    /// <summary>Moves onto the next whole record; false at the end and at the first byte that belongs to none.</summary>
    public bool MoveNext()
    {
        Offset = _next;
        if (!IsWhole(Offset))
        {
            return false;
        }

        _next = Offset + SegmentRecord.HeaderBytes + Length;
        return true;
    }

    /// <summary>After a bad byte: moves to where the next whole record begins, if there is one.</summary>
    public bool Resume()
    {
        var window = new byte[64 * 1024];
        for (var at = Offset + 1; at < _end;)
        {
            var read = RandomAccess.Read(handle, window, at);
            var found = window.AsSpan(0, read).IndexOf("SYN"u8);
            if (found < 0)
            {
                // The letters may lie across the border of two windows.
                at += Math.Max(read - 2, 1);
                continue;
            }

            at += found;
            if (IsWhole(at))
            {
                _next = at;
                return true;
            }

            at++;
        }

        return false;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_payload);
        _payload = [];
    }

    private bool IsWhole(long offset)
    {
        if (offset + SegmentRecord.HeaderBytes > _end
            || RandomAccess.Read(handle, _header, offset) < SegmentRecord.HeaderBytes
            || !SegmentRecord.TryReadHeader(_header, out var kind, out var length)
            || offset + SegmentRecord.HeaderBytes + length > _end)
        {
            return false;
        }

        Kind = kind;
        Length = length;
        return ReadPayload(offset + SegmentRecord.HeaderBytes) && SHA256.HashData(Payload).AsSpan().SequenceEqual(Sha256);
    }

    private bool ReadPayload(long offset)
    {
        if (_payload.Length < Length)
        {
            ArrayPool<byte>.Shared.Return(_payload);
            _payload = ArrayPool<byte>.Shared.Rent(Length);
        }

        var filled = 0;
        while (filled < Length)
        {
            var read = RandomAccess.Read(handle, _payload.AsSpan(filled, Length - filled), offset + filled);
            if (read == 0)
            {
                return false;
            }

            filled += read;
        }

        return true;
    }
}
