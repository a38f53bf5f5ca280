using System.Buffers.Binary;
using System.IO.Compression;

namespace Fashion;

/// <summary>All images of an IDX file, one after the other.</summary>
internal sealed record IdxImages(int Count, int Width, int Height, byte[] Pixels);

/// <summary>Reads IDX, the format of the MNIST family: a magic number, big-endian sizes, then bytes. Gzip'd or plain.</summary>
internal static class IdxFile
{
    private const uint ImagesMagic = 0x803; // bytes, 3 dimensions
    private const uint LabelsMagic = 0x801; // bytes, 1 dimension

    public static IdxImages ReadImages(string path)
    {
        var (sizes, body) = Read(path, ImagesMagic, "images", dimensions: 3);
        return new IdxImages(Count: sizes[0], Width: sizes[2], Height: sizes[1], body);
    }

    public static byte[] ReadLabels(string path) => Read(path, LabelsMagic, "labels", dimensions: 1).Body;

    private static (int[] Sizes, byte[] Body) Read(string path, uint magic, string what, int dimensions)
    {
        var bytes = ReadAll(path);
        var headerLength = 4 + (4 * dimensions);
        if (bytes.Length < headerLength)
        {
            throw new InvalidDataException($"{path}: {bytes.Length} bytes are too few for an IDX header of {headerLength}.");
        }
        var found = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (found != magic)
        {
            throw new InvalidDataException($"{path}: not IDX {what}: the file starts with 0x{found:x8}, not 0x{magic:x8}.");
        }

        var sizes = new int[dimensions];
        Int128 expected = 1; // three sizes of 32 bits do not overflow it
        for (var d = 0; d < dimensions; d++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 + (4 * d)));
            expected *= size;
            sizes[d] = (int)Math.Min(size, int.MaxValue);
        }
        var held = bytes.Length - headerLength;
        if (expected != held)
        {
            var problem = held < expected ? "is truncated" : "is too long";
            throw new InvalidDataException($"{path} {problem}: the header promises {expected} bytes, the file holds {held}.");
        }
        return (sizes, bytes[headerLength..]);
    }

    private static byte[] ReadAll(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return bytes;
        }
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            gzip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: broken gzip data: {e.Message}", e);
        }
    }
}
