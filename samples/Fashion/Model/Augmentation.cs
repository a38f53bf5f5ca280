namespace Fashion;

/// <summary>Shows each image a little different in each epoch, so that the network learns clothes and not pixels.</summary>
internal static class Augmentation
{
    private const int MaxShift = 1;

    /// <summary>
    /// Moves an image by up to one pixel each way. More, or mirroring, only costs accuracy here:
    /// the photographs are centred, and shoes all point to the left.
    /// </summary>
    public static void Shift(ReadOnlySpan<byte> pixels, Span<float> output, SplitMix random)
    {
        var right = random.Below((2 * MaxShift) + 1) - MaxShift;
        var down = random.Below((2 * MaxShift) + 1) - MaxShift;
        var width = ImageSet.Side - Math.Abs(right);
        output.Clear();
        for (var y = Math.Max(0, down); y < ImageSet.Side + Math.Min(0, down); y++)
        {
            var source = pixels.Slice(((y - down) * ImageSet.Side) + Math.Max(0, -right), width);
            var target = output.Slice((y * ImageSet.Side) + Math.Max(0, right), width);
            ImageSet.ToFloats(source, target);
        }
    }
}
