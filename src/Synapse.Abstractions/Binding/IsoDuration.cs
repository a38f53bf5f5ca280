using System.Globalization;

namespace Synapse.Binding;

/// <summary>Durations as ISO 8601 writes them, without years and months: those have no fixed length.</summary>
internal static class IsoDuration
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        var rest = text.AsSpan();
        var sign = rest is ['-', ..] ? -1 : 1;
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        if (rest is not ['P', _, ..])
        {
            return false;
        }
        rest = rest[1..];
        var total = 0m;
        var inTime = false;
        while (!rest.IsEmpty)
        {
            if (rest[0] == 'T' && !inTime && rest.Length > 1)
            {
                inTime = true;
                rest = rest[1..];
                continue;
            }
            var unit = rest.IndexOfAnyExceptInRange('.', '9');
            if (unit <= 0 || Seconds(rest[unit], inTime) is not { } seconds
                || !decimal.TryParse(rest[..unit], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                || count > 1_000_000_000_000m)
            {
                return false;
            }
            total += count * seconds;
            rest = rest[(unit + 1)..];
        }
        if (total > 922_337_203_685m)
        {
            return false;
        }
        value = TimeSpan.FromTicks((long)(sign * total * TimeSpan.TicksPerSecond));
        return true;
    }

    private static int? Seconds(char unit, bool inTime) => (unit, inTime) switch
    {
        ('W', false) => 604_800,
        ('D', false) => 86_400,
        ('H', true) => 3_600,
        ('M', true) => 60,
        ('S', true) => 1,
        _ => null,
    };
}
