using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Fashion.Tests;

/// <summary>Makes PNG files chunk by chunk, right and wrong ones.</summary>
internal static class Png
{
    public static byte[] Make(params byte[][] chunks) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Chunk(string type, params byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc32.Compute(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>A header; after the size: bits, colour, compression, filter, interlace.</summary>
    public static byte[] Header(int width, int height, params byte[] rest)
    {
        var data = new byte[8 + (rest.Length > 0 ? rest.Length : 5)];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        data[8] = 8;
        rest.CopyTo(data, 8);
        return Chunk("IHDR", data);
    }

    public static byte[] Data(params byte[] rows) => Chunk("IDAT", Deflate(rows));

    public static byte[] End() => Chunk("IEND");

    public static byte[] Deflate(byte[] rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(rows);
        }
        return packed.ToArray();
    }

    /// <summary>Filters rows as the standard says: a pixel less a guess from its neighbours.</summary>
    public static byte[] Filter(byte[] pixels, int width, Func<int, byte> filterOfRow)
    {
        var height = pixels.Length / width;
        var rows = new List<byte>();
        for (var y = 0; y < height; y++)
        {
            var filter = filterOfRow(y);
            rows.Add(filter);
            for (var x = 0; x < width; x++)
            {
                int left = At(x - 1, y), above = At(x, y - 1), corner = At(x - 1, y - 1);
                rows.Add((byte)(At(x, y) - Guess(filter, left, above, corner)));
            }
        }
        return [.. rows];

        int At(int x, int y) => x < 0 || y < 0 ? 0 : pixels[(y * width) + x];
    }

    private static int Guess(byte filter, int left, int above, int corner) => filter switch
    {
        1 => left,
        2 => above,
        3 => (left + above) / 2,
        4 => new[] { left, above, corner }.MinBy(neighbour => Math.Abs(left + above - corner - neighbour)),
        _ => 0,
    };
}
