using System.Globalization;
using System.Text.Json;

namespace Synapse.Binding;

/// <content>Dates, times and durations.</content>
public ref partial struct ParamReader
{
    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>Reads a <see cref="DateTimeOffset"/>: ISO 8601, UTC where no offset is given, or seconds since 1970.</summary>
    public bool TryDateTimeOffset(out DateTimeOffset value, string allowed) =>
        (_json.TokenType == JsonTokenType.String && SaysItsOffset(_json.ValueSpan) && _json.TryGetDateTimeOffset(out value))
        || (_json.TokenType == JsonTokenType.String && DateTimeOffset.TryParseExact(Text(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
        || TryUnix(out value)
        || Wrong(allowed);

    // The reader's own conversion, without a string, would take the machine's offset where none is given.
    private static bool SaysItsOffset(ReadOnlySpan<byte> text) => text is [.., (byte)'Z'] or [.., (byte)'+' or (byte)'-', _, _, (byte)':', _, _];

    /// <summary>Reads a <see cref="DateTime"/>: as <see cref="TryDateTimeOffset"/>, in UTC where an offset is given, else as it stands.</summary>
    public bool TryDateTime(out DateTime value, string allowed)
    {
        if (_json.TokenType == JsonTokenType.String && DateTime.TryParseExact(Text(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value))
        {
            return true;
        }
        var isUnix = TryUnix(out var instant);
        value = instant.UtcDateTime;
        return isUnix || Wrong(allowed);
    }

    /// <summary>Reads a <see cref="DateOnly"/>: <c>2026-01-31</c>.</summary>
    public bool TryDateOnly(out DateOnly value, string allowed)
    {
        value = default;
        return (_json.TokenType == JsonTokenType.String && DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) || Wrong(allowed);
    }

    /// <summary>Reads a <see cref="TimeOnly"/>: <c>13:45</c> or <c>13:45:30.5</c>.</summary>
    public bool TryTimeOnly(out TimeOnly value, string allowed)
    {
        value = default;
        return (_json.TokenType == JsonTokenType.String && TimeOnly.TryParseExact(Text(), ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) || Wrong(allowed);
    }

    /// <summary>Reads a <see cref="TimeSpan"/>: seconds, <c>PT1H30M</c> or <c>[d.]hh:mm:ss</c>.</summary>
    public bool TryTimeSpan(out TimeSpan value, string allowed)
    {
        value = default;
        return _json.TokenType switch
        {
            // The span of days that a TimeSpan can hold, in seconds; beyond it the conversion would throw.
            JsonTokenType.Number when _json.TryGetDecimal(out var seconds) && Math.Abs(seconds) < 922_337_203_685m => Seconds(seconds, out value),
            JsonTokenType.String => IsoDuration.TryParse(Text(), out value) || Clock(Text(), out value) || Wrong(allowed),
            _ => Wrong(allowed),
        };
    }

    // Without a colon the format would take "5" for five days.
    private static bool Clock(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }

    private static bool Seconds(decimal seconds, out TimeSpan value)
    {
        value = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    private readonly bool TryUnix(out DateTimeOffset value)
    {
        value = default;
        if (_json.TokenType != JsonTokenType.Number || !_json.TryGetDecimal(out var number))
        {
            return false;
        }
        // The platform takes numbers beyond this one for milliseconds.
        var seconds = Math.Abs(number) > 20_000_000_000m ? number / 1000 : number;
        if (seconds is < -62_135_596_800m or >= 253_402_300_800m)
        {
            return false;
        }
        value = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}
