using System.Diagnostics.CodeAnalysis;

namespace Fashion;

/// <summary>
/// The five PNG filters. A filtered byte is the difference to a guess made from its neighbours:
/// left, above and above-left, which count as 0 outside of the image.
/// </summary>
internal static partial class GrayPng
{
    private enum Filter : byte
    {
        None,
        Left,
        Above,
        Average,
        Paeth,
    }

    /// <summary>Turns rows of a filter byte and <paramref name="width"/> differences into pixels.</summary>
    private static bool TryUnfilter(
        ReadOnlySpan<byte> rows,
        int width,
        int height,
        out byte[] pixels,
        [NotNullWhen(false)] out string? problem)
    {
        pixels = new byte[width * height];
        Span<byte> above = new byte[width];
        for (var y = 0; y < height; y++)
        {
            var row = rows.Slice(y * (width + 1), width + 1);
            var filter = (Filter)row[0];
            if (filter > Filter.Paeth)
            {
                problem = $"row {y} has the unknown filter {row[0]}";
                return false;
            }
            var output = pixels.AsSpan(y * width, width);
            Unfilter(filter, row[1..], above, output);
            above = output;
        }
        problem = null;
        return true;
    }

    private static void Unfilter(Filter filter, ReadOnlySpan<byte> input, ReadOnlySpan<byte> aboveRow, Span<byte> output)
    {
        byte left = 0, aboveLeft = 0;
        for (var x = 0; x < input.Length; x++)
        {
            var above = aboveRow[x];
            var guess = filter switch
            {
                Filter.Left => left,
                Filter.Above => above,
                Filter.Average => (left + above) / 2,
                Filter.Paeth => Paeth(left, above, aboveLeft),
                _ => 0,
            };
            left = output[x] = (byte)(input[x] + guess);
            aboveLeft = above;
        }
    }

    /// <summary>The neighbour nearest to left + above - aboveLeft; the order of the tests is part of the standard.</summary>
    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        var toLeft = Math.Abs(above - aboveLeft);
        var toAbove = Math.Abs(left - aboveLeft);
        var toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left
            : toAbove <= toAboveLeft ? above
            : aboveLeft;
    }
}
