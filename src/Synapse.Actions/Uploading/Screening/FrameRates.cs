using System.Globalization;

namespace Synapse.Actions.Uploading.Screening;

/// <summary>Whether the frames of a video are equally far apart, seen from the times at which some are shown.</summary>
internal static class FrameRates
{
    // As the platform's own uploads have it; the variance of the distances in squares of their mean.
    private const double VarianceThreshold = 0.001;

    // Some containers keep times in milliseconds, so distances of a constant rate differ by one.
    private const double RoundingSeconds = 0.001001;

    /// <param name="times">Lines of ffprobe, a time in seconds each, in the order of decoding. Others are passed over.</param>
    /// <returns>Why the rate is variable, or null.</returns>
    public static string? Problem(string times)
    {
        var shown = times.Split('\n').Select(line => double.TryParse(line.Trim(' ', ',', '\r'), CultureInfo.InvariantCulture, out var time) ? time : double.NaN)
            .Where(double.IsFinite).Order().ToList();
        if (shown.Count < 3)
        {
            return null;
        }

        var distances = shown.Zip(shown.Skip(1), (first, second) => second - first).ToList();
        var mean = distances.Average();
        var variance = distances.Average(distance => Math.Abs(distance - mean) <= RoundingSeconds ? 0 : Math.Pow(distance - mean, 2));
        return variance <= VarianceThreshold * mean * mean ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Its frame rate varies: its first {shown.Count} frames are {1000 * distances.Min():0.#} to {1000 * distances.Max():0.#} ms apart. Convert it (ffmpeg -i IN -fps_mode cfr OUT), or set check_frame_rate to false.");
    }
}
