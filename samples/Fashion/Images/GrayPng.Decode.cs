using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;

namespace Fashion;

/// <summary>The decoding half: chunks, checksums, compressed data. Any flaw gives a reason, never an exception.</summary>
internal static partial class GrayPng
{
    /// <summary>Keeps a broken header from asking for gigabytes.</summary>
    private const int MaxSide = 4096;

    public static bool TryDecode(
        ReadOnlySpan<byte> png,
        [NotNullWhen(true)] out GrayImage? image,
        [NotNullWhen(false)] out string? problem)
    {
        image = null;
        if (!png.StartsWith(Signature))
        {
            problem = png.IsEmpty ? "the file is empty" : Signature.StartsWith(png) ? "the file is truncated" : "not a PNG file";
            return false;
        }

        var (width, height) = (0, 0);
        var compressed = new MemoryStream();
        for (var rest = png[Signature.Length..]; ;)
        {
            if (!TryReadChunk(ref rest, out var type, out var data, out problem))
            {
                return false;
            }
            if (width == 0 != type.SequenceEqual("IHDR"u8))
            {
                problem = width == 0 ? "the first chunk is not the header" : "the file has two headers";
                return false;
            }
            if (type.SequenceEqual("IHDR"u8))
            {
                problem = HeaderProblem(data);
                if (problem is not null)
                {
                    return false;
                }
                width = BinaryPrimitives.ReadInt32BigEndian(data);
                height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                compressed.Write(data);
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                break;
            }
            else if (char.IsAsciiLetterUpper((char)type[0])) // upper case: a reader must understand it
            {
                problem = $"unknown chunk {Encoding.ASCII.GetString(type)}";
                return false;
            }
        }

        compressed.Position = 0;
        if (!TryInflate(compressed, (width + 1) * height, out var rows, out problem)
            || !TryUnfilter(rows, width, height, out var pixels, out problem))
        {
            return false;
        }
        image = new GrayImage(width, height, pixels);
        return true;
    }

    private static bool TryReadChunk(
        ref ReadOnlySpan<byte> rest,
        out ReadOnlySpan<byte> type,
        out ReadOnlySpan<byte> data,
        [NotNullWhen(false)] out string? problem)
    {
        type = data = default;
        if (rest.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - 12)
        {
            problem = "the file is truncated";
            return false;
        }
        type = rest.Slice(4, 4);
        data = rest.Slice(8, (int)length);
        var crc = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + data.Length)..]);
        rest = rest[(12 + data.Length)..];
        problem = crc == Crc32.Compute(data, Crc32.Compute(type)) ? null : "the file is corrupt: wrong checksum";
        return problem is null;
    }

    private static string? HeaderProblem(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderLength)
        {
            return $"the header has {header.Length} bytes, not {HeaderLength}";
        }
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width is 0 or > MaxSide || height is 0 or > MaxSide)
        {
            return $"the size is {width}×{height}; 1 to {MaxSide} pixels a side are read";
        }
        if (header[8] != 8 || header[9] != 0)
        {
            var color = header[9] switch { 0 => "gray", 2 => "RGB", 3 => "palette", 4 => "gray with alpha", 6 => "RGB with alpha", _ => "unknown" };
            return $"the pixels are {header[8]}-bit {color}, not 8-bit gray";
        }
        return header[10..] switch
        {
            [0, 0, 0] => null,
            [0, 0, 1] => "interlaced images are not read",
            _ => "unknown compression, filter or interlace method",
        };
    }

    private static bool TryInflate(
        MemoryStream compressed,
        int length,
        out byte[] rows,
        [NotNullWhen(false)] out string? problem)
    {
        rows = new byte[length];
        try
        {
            using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
            var read = zlib.ReadAtLeast(rows, length, throwOnEndOfStream: false);
            problem = read < length ? $"the pixel data ends after {read} of {length} bytes"
                : zlib.ReadByte() >= 0 ? $"the pixel data is longer than {length} bytes"
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException) // the latter for a preset dictionary
        {
            problem = "the compressed pixel data is corrupt";
        }
        return problem is null;
    }
}
