using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace Fashion;

/// <summary>Images of 28×28 gray pixels with their labels, in one block of memory each.</summary>
internal sealed class ImageSet
{
    /// <summary>Width and height of an image.</summary>
    public const int Side = 28;

    /// <summary>Pixels of an image.</summary>
    public const int Size = Side * Side;

    private readonly byte[] pixels;
    private readonly byte[] labels;
    private uint? fingerprint;

    public ImageSet(byte[] pixels, byte[] labels)
    {
        if (pixels.Length != labels.Length * Size)
        {
            throw new InvalidDataException($"{labels.Length} labels need {labels.Length * Size} pixels, not {pixels.Length}.");
        }
        if (labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Labels.Count - 1)) is var at and >= 0)
        {
            throw new InvalidDataException($"Image {at} has label {labels[at]}, but the classes are 0 to {Labels.Count - 1}.");
        }
        this.pixels = pixels;
        this.labels = labels;
    }

    public int Count => labels.Length;

    /// <summary>A checksum of all pixels and labels: tells whether two sets are the same.</summary>
    public uint Fingerprint => fingerprint ??= Crc32.Compute(labels, Crc32.Compute(pixels));

    public ReadOnlySpan<byte> Pixels(int index) => pixels.AsSpan(index * Size, Size);

    public int Label(int index) => labels[index];

    /// <summary>Decodes one image; any flaw, another size included, gives a reason.</summary>
    public static bool TryReadPng(ReadOnlySpan<byte> png, [NotNullWhen(true)] out byte[]? pixels, [NotNullWhen(false)] out string? problem)
    {
        pixels = null;
        if (!GrayPng.TryDecode(png, out var image, out problem))
        {
            return false;
        }
        if (image.Width != Side || image.Height != Side)
        {
            problem = $"it is {image.Width}×{image.Height}, not {Side}×{Side}";
            return false;
        }
        pixels = image.Pixels;
        return true;
    }

    /// <summary>What the network takes: 0 to 255 becomes 0 to 1.</summary>
    public static void ToFloats(ReadOnlySpan<byte> pixels, Span<float> output)
    {
        TensorPrimitives.ConvertTruncating(pixels, output);
        TensorPrimitives.Divide(output[..pixels.Length], 255f, output);
    }

    /// <summary>Reads one split of a folder of IDX files: "train" or "test".</summary>
    public static ImageSet ReadIdx(string folder, string split)
    {
        // The data set calls its test split "t10k".
        var prefix = split == "test" ? "t10k" : split;
        var images = IdxFile.ReadImages(Find(folder, $"{prefix}-images-idx3-ubyte"));
        var labels = IdxFile.ReadLabels(Find(folder, $"{prefix}-labels-idx1-ubyte"));
        if (images.Width != Side || images.Height != Side)
        {
            throw new InvalidDataException($"Images of the {split} split are {images.Width}×{images.Height}, not {Side}×{Side}.");
        }
        if (images.Count != labels.Length)
        {
            throw new InvalidDataException($"The {split} split has {images.Count} images but {labels.Length} labels.");
        }
        return new ImageSet(images.Pixels, labels);
    }

    private static string Find(string folder, string name)
    {
        var plain = Path.Combine(folder, name);
        return File.Exists(plain) ? plain : plain + ".gz";
    }
}
