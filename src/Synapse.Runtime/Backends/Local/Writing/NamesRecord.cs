using System.Security.Cryptography;
using System.Text;
using Synapse.Runtime.Backends.Local.Content;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>The record behind a group's contents that names them, so that a lost index can be made again.</summary>
internal static class NamesRecord
{
    /// <param name="group">In the order of their records, which end where this one begins.</param>
    public static byte[] Write(IReadOnlyList<NamedContent> group)
    {
        using var record = new MemoryStream();
        record.SetLength(SegmentRecord.HeaderBytes);
        record.Position = SegmentRecord.HeaderBytes;
        using (var writer = new BinaryWriter(record, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(group.Sum(content => (long)(content.RecordBytes ?? 0)));
            long offset = 0;
            foreach (var content in group)
            {
                Write(writer, content, content.RecordBytes is null ? null : offset);
                offset += content.RecordBytes ?? 0;
            }
        }

        var bytes = record.ToArray();
        var payload = bytes.AsSpan(SegmentRecord.HeaderBytes);
        SegmentRecord.WriteHeader(bytes, RecordKind.Names, payload.Length, SHA256.HashData(payload));
        return bytes;
    }

    /// <param name="payload">Of a whole record.</param>
    /// <param name="segment">The segment it stands in.</param>
    /// <param name="offset">Where its record begins.</param>
    public static IEnumerable<(ContentName Name, ContentRow Content)> Read(byte[] payload, int segment, long offset)
    {
        using var reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        var start = offset - reader.ReadInt64();
        while (reader.BaseStream.Position < payload.Length)
        {
            var place = reader.ReadInt64();
            var size = reader.ReadInt64();
            var sha256 = Convert.ToHexStringLower(reader.ReadBytes(SHA256.HashSizeInBytes));
            var isModel = reader.ReadBoolean();
            var name = new ContentName(reader.ReadString(), reader.ReadString(), isModel ? reader.ReadString() : null);
            yield return (name, place < 0 ? new(null, 0, size, sha256) : new(segment, start + place, size, sha256));
        }
    }

    private static void Write(BinaryWriter writer, in NamedContent content, long? place)
    {
        writer.Write(place ?? -1);
        writer.Write(content.Size);
        writer.Write(content.Sha256);
        writer.Write(content.Name.Metrics is not null);
        writer.Write(content.Name.Name);
        writer.Write(content.Name.Key);
        if (content.Name.Metrics is { } metrics)
        {
            writer.Write(metrics);
        }
    }
}
