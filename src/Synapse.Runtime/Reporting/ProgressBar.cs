namespace Synapse.Runtime.Reporting;

/// <summary>A bar of fixed width; with Unicode it moves in eighths of a cell.</summary>
internal static class ProgressBar
{
    private const int Width = 28;
    private const string Eighths = "▏▎▍▌▋▊▉";

    public static string Draw(double fraction, bool unicode)
    {
        fraction = double.IsFinite(fraction) ? Math.Clamp(fraction, 0, 1) : 0;
        return unicode ? Fine(fraction) : Coarse(fraction);
    }

    private static string Fine(double fraction)
    {
        var eighths = (int)(fraction * Width * 8);
        var (full, part) = (eighths / 8, eighths % 8);
        var bar = new string('█', full) + (part > 0 ? Eighths[part - 1] : "");
        return bar + new string('░', Width - bar.Length);
    }

    private static string Coarse(double fraction)
    {
        var full = (int)(fraction * Width);
        return "[" + new string('#', full) + new string('.', Width - full) + "]";
    }
}
