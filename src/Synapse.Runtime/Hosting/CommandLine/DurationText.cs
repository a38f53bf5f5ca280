using System.Buffers;
using System.Globalization;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Durations as people type them: <c>90s</c>, <c>10m</c>, <c>1h30m</c>, <c>30d</c>.</summary>
internal static class DurationText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly TimeSpan Longest = TimeSpan.FromDays(10_000);

    /// <summary>The duration, or null for anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        var duration = TimeSpan.Zero;
        var rest = text.AsSpan();
        if (rest.IsEmpty)
        {
            return null;
        }
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits < 1 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }
            var seconds = rest[digits] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, 'w' => 604800, _ => 0 };
            if (seconds == 0 || duration.TotalSeconds + (number * seconds) > Longest.TotalSeconds)
            {
                return null;
            }
            duration += TimeSpan.FromSeconds(number * seconds);
            rest = rest[(digits + 1)..];
        }
        return duration;
    }

    public static string Problem(string option, string value) =>
        $"{option} is a number with s, m, h, d or w, for instance 90s, 1h30m or 30d; found '{value}'.";
}
