using System.Runtime.InteropServices;
using System.Text;

namespace Fashion;

/// <summary>
/// A binary file that knows when it is broken: magic, version, length, content, CRC-32 of all before.
/// CRC-32 finds damage and, unlike SHA-256, needs no OpenSSL on the machine.
/// </summary>
/// <param name="Magic">The first bytes of the file, ASCII.</param>
/// <param name="Name">What error messages call it.</param>
/// <param name="Version">Only files of this version are read.</param>
internal sealed record FileKind(string Magic, string Name, int Version)
{
    public void Write(Stream stream, Action<BinaryWriter> content)
    {
        var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Version);
        var lengthAt = (int)buffer.Position;
        writer.Write(0);
        content(writer);
        var contentLength = (int)buffer.Position - lengthAt - sizeof(int);
        writer.Seek(lengthAt, SeekOrigin.Begin);
        writer.Write(contentLength);
        writer.Seek(0, SeekOrigin.End);
        writer.Write(Crc32.Compute(Written(buffer)));
        stream.Write(Written(buffer));
    }

    /// <exception cref="InvalidDataException">The file is of another kind or version, truncated or corrupt.</exception>
    public T Read<T>(Stream stream, Func<BinaryReader, T> content)
    {
        var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = Written(buffer);
        var magic = Encoding.ASCII.GetBytes(Magic);
        if (!bytes.StartsWith(magic))
        {
            throw Broken($"it does not start with \"{Magic}\"");
        }
        using var reader = new BinaryReader(buffer);
        try
        {
            var end = CheckedEnd(reader, bytes, magic.Length);
            var result = content(reader);
            return buffer.Position == end ? result
                : throw new InvalidDataException($"it has {Math.Abs(end - buffer.Position)} bytes too {(buffer.Position < end ? "many" : "few")}");
        }
        catch (EndOfStreamException)
        {
            throw Broken("it is truncated");
        }
        catch (InvalidDataException e)
        {
            throw Broken(e.Message);
        }
    }

    /// <summary>Where the content ends; the reader is then at its start.</summary>
    private long CheckedEnd(BinaryReader reader, ReadOnlySpan<byte> bytes, int versionAt)
    {
        reader.BaseStream.Position = versionAt;
        var version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"it has version {version}, this program reads version {Version}");
        }
        var end = reader.ReadInt32() + reader.BaseStream.Position;
        if (bytes.Length != end + sizeof(uint))
        {
            throw new InvalidDataException($"it should have {end + sizeof(uint)} bytes, but has {bytes.Length}");
        }
        var crc = BitConverter.ToUInt32(bytes[(int)end..]);
        return crc == Crc32.Compute(bytes[..(int)end]) ? end : throw new InvalidDataException("it is corrupt: wrong checksum");
    }

    private InvalidDataException Broken(string problem) => new($"The {Name} cannot be read: {problem}.");

    private static ReadOnlySpan<byte> Written(MemoryStream stream) => stream.GetBuffer().AsSpan(0, (int)stream.Length);
}

/// <summary>Whole blocks of floats, in the byte order of the machine: little-endian wherever .NET publishes native code.</summary>
internal static class FloatIO
{
    public static void WriteFloats(this BinaryWriter writer, ReadOnlySpan<float> values) => writer.Write(MemoryMarshal.AsBytes(values));

    public static void ReadFloats(this BinaryReader reader, Span<float> values) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values));
}
