using System.Globalization;

namespace Synapse.Runtime.Reporting;

/// <summary>Numbers as people read them, the same under every culture.</summary>
internal static class Amount
{
    public static string Count(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "N2", CultureInfo.InvariantCulture);

    public static string Of(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Rounded down: 100 stands for an end that is journaled, never for one that is near.</summary>
    public static string Percent(double value) =>
        (value >= 100 ? "100" : (Math.Floor(value * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture)) + " %";

    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => Of(bytes, "byte"),
        < 1024 * 1024 => Text($"{bytes / 1024.0:0.0} KiB"),
        < 1024L * 1024 * 1024 => Text($"{bytes / (1024.0 * 1024):0.0} MiB"),
        _ => Text($"{bytes / (1024.0 * 1024 * 1024):0.00} GiB"),
    };

    public static string Rate(double perSecond) => perSecond switch
    {
        >= 10 => perSecond.ToString("N0", CultureInfo.InvariantCulture) + "/s",
        >= 0.1 => perSecond.ToString("0.0", CultureInfo.InvariantCulture) + "/s",
        _ => (perSecond * 60).ToString("0.0", CultureInfo.InvariantCulture) + "/min",
    };

    /// <summary>Metrics vary over many orders: four significant digits are enough to follow them.</summary>
    public static string Metric(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 0.9995 } => Text($"{Math.Max(0, time.TotalMilliseconds):0} ms"),
        { TotalSeconds: < 59.95 } => Text($"{time.TotalSeconds:0.0} s"),
        _ => Long(TimeSpan.FromSeconds(Math.Round(time.TotalSeconds))),
    };

    /// <summary>A time that is still to come: no tenths, it is a guess.</summary>
    public static string Guess(TimeSpan time) => time.TotalSeconds < 59.5 ? Text($"{Math.Ceiling(time.TotalSeconds):0} s") : Duration(time);

    private static string Long(TimeSpan time) => time switch
    {
        { TotalHours: < 1 } => Text($"{(int)time.TotalMinutes} min {time.Seconds:00} s"),
        { TotalDays: < 1 } => Text($"{(int)time.TotalHours} h {time.Minutes:00} min"),
        _ => Text($"{(int)time.TotalDays} d {time.Hours:00} h"),
    };

    /// <summary>A time that goes on while it is looked at.</summary>
    public static string Elapsed(TimeSpan time) => time.TotalSeconds < 60 ? Text($"{Math.Floor(Math.Max(0, time.TotalSeconds)):0} s") : Duration(time);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
