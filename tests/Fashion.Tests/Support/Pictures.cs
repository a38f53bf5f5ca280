namespace Fashion.Tests;

/// <summary>Images to train on that a small network tells apart at once: a bright bar whose place is the class.</summary>
internal static class Pictures
{
    public static ImageSet Bars(int count, int seed = 1)
    {
        var random = new Random(seed);
        var pixels = new byte[count * ImageSet.Size];
        var labels = new byte[count];
        random.NextBytes(pixels);
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % Labels.Count);
            var image = pixels.AsSpan(i * ImageSet.Size, ImageSet.Size);
            foreach (ref var pixel in image)
            {
                pixel /= 8;
            }
            image.Slice(labels[i] * 2 * ImageSet.Side, 2 * ImageSet.Side).Fill(255);
        }
        return new(pixels, labels);
    }
}
