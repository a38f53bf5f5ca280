namespace Annotate;

/// <summary>The shapes there are, and how they are drawn.</summary>
internal static class Shape
{
    public const int Side = 24;

    public static string[] Names { get; } = ["circle", "cross", "square", "triangle"];

    /// <summary>A gray image of a shape somewhere in it, or of nothing but noise.</summary>
    public static byte[] Draw(string? shape, Random random)
    {
        var size = random.Next(6, 9);
        var (x0, y0) = (random.Next(size + 1, Side - size - 1), random.Next(size + 1, Side - size - 1));
        var pixels = new byte[Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = ((i % Side) - x0, (i / Side) - y0);
            pixels[i] = (byte)(random.Next(40) + (shape is not null && Has(shape, x, y, size) ? 180 : 0));
        }

        return GrayPng.Encode(Side, Side, pixels);
    }

    private static bool Has(string shape, int x, int y, int size) => Math.Abs(x) <= size && Math.Abs(y) <= size && shape switch
    {
        "circle" => (x * x) + (y * y) <= size * size,
        "cross" => Math.Abs(x) <= 1 || Math.Abs(y) <= 1,
        "square" => true,
        _ => 2 * Math.Abs(x) <= y + size,
    };
}
