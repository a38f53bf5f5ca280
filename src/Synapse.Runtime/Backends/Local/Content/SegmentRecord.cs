using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>One record of a segment: magic, length, SHA-256, bytes.</summary>
internal static class SegmentRecord
{
    public const int HeaderBytes = 8 + SHA256.HashSizeInBytes;

    public static void WriteHeader(Span<byte> header, RecordKind kind, int length, ReadOnlySpan<byte> sha256)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)kind);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], length);
        sha256.CopyTo(header[8..HeaderBytes]);
    }

    public static bool TryReadHeader(ReadOnlySpan<byte> header, out RecordKind kind, out int length)
    {
        kind = default;
        length = 0;
        if (header.Length < HeaderBytes)
        {
            return false;
        }

        kind = (RecordKind)BinaryPrimitives.ReadUInt32LittleEndian(header);
        length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        return kind is RecordKind.Content or RecordKind.Names && length >= 0;
    }

    public static ReadOnlySpan<byte> Sha256(ReadOnlySpan<byte> header) => header[8..HeaderBytes];
}
