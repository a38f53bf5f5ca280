using System.Globalization;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Lengths of time as people type them: a whole number and a unit.</summary>
internal static class TimeText
{
    private const double LongestDays = 365_000;

    /// <summary>The time, or null for anything else: <c>30d</c>, <c>12h</c>, <c>45m</c>, <c>90s</c>, <c>2w</c>.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }
        double? days = text[^1] switch
        {
            'w' => 7,
            'd' => 1,
            'h' => 1.0 / 24,
            'm' => 1.0 / (24 * 60),
            's' => 1.0 / (24 * 60 * 60),
            _ => null,
        };
        return days is { } unit && count * unit <= LongestDays ? TimeSpan.FromDays(count * unit) : null;
    }

    public static string Problem(string option, string value) =>
        $"{option} is a whole number with s, m, h, d or w, for instance 30d or 10m; found '{value}'.";
}
