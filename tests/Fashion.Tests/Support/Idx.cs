using System.Buffers.Binary;
using System.IO.Compression;

namespace Fashion.Tests;

/// <summary>Makes IDX files, right and wrong ones.</summary>
internal static class Idx
{
    /// <summary>The data set of the sample.</summary>
    public static string Data => Path.Combine(AppContext.BaseDirectory, "data");

    public static byte[] Make(uint magic, uint[] sizes, byte[] body)
    {
        var file = new byte[4 + (4 * sizes.Length) + body.Length];
        BinaryPrimitives.WriteUInt32BigEndian(file, magic);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4 + (4 * i)), sizes[i]);
        }
        body.CopyTo(file, 4 + (4 * sizes.Length));
        return file;
    }

    public static byte[] Images(int count, int width, int height) =>
        Make(0x803, [(uint)count, (uint)height, (uint)width], Pattern(count * width * height));

    public static byte[] Labels(params byte[] labels) => Make(0x801, [(uint)labels.Length], labels);

    public static byte[] Gzip(byte[] plain)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }
        return packed.ToArray();
    }

    /// <summary>Writes both splits, with as many images as there are labels.</summary>
    public static void WriteFolder(TemporaryFolder folder, params byte[] labels)
    {
        foreach (var prefix in new[] { "train", "t10k" })
        {
            File.WriteAllBytes(folder[$"{prefix}-images-idx3-ubyte"], Images(labels.Length, ImageSet.Side, ImageSet.Side));
            File.WriteAllBytes(folder[$"{prefix}-labels-idx1-ubyte"], Labels(labels));
        }
    }

    public static byte[] Pattern(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
