using System.Globalization;

namespace Synapse.Runtime.Reporting;

/// <summary>
/// The files of one event file: those that were full are renamed to <c>.1</c>, <c>.2</c> and so on, the oldest first, and
/// the one without a number is written to. A number is never used twice.
/// </summary>
internal static class EventSegments
{
    /// <summary>The numbers of the full files that are still there, the oldest first.</summary>
    public static List<long> Full(string path)
    {
        var numbers = new List<long>();
        var start = Path.GetFileName(path) + ".";
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!))
        {
            var name = Path.GetFileName(file.AsSpan());
            if (name.StartsWith(start, StringComparison.Ordinal)
                && long.TryParse(name[start.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers;
    }

    /// <summary>The oldest full file from a number on, or 0 when none is full yet.</summary>
    public static long FirstFrom(string path, long number)
    {
        // A listing may miss a file that is renamed while it is made. Numbers are given in order and files deleted in order,
        // so up to what it has only those before the first one found are gone.
        var listed = Full(path).Find(full => full >= number);
        for (var next = number; next < Math.Max(listed, number + 1); next++)
        {
            if (File.Exists(PathOf(path, next)))
            {
                return next;
            }
        }

        return listed;
    }

    public static string PathOf(string path, long number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");

    public static bool Exist(string path) => File.Exists(path) || (Directory.Exists(Path.GetDirectoryName(path)) && Full(path).Count > 0);
}

/// <summary>A place in the events: the number that the file has or will get, and bytes into it.</summary>
internal readonly record struct EventPosition(long Segment, long Offset);

/// <summary>When an event file is full, and how much is kept of those that are.</summary>
internal sealed record EventLimits(long SegmentBytes, long TotalBytes)
{
    private const long MiB = 1024 * 1024;

    /// <summary>Together with <see cref="Log"/> at most 1 GiB a run.</summary>
    public static EventLimits Events { get; } = new(64 * MiB, 768 * MiB);

    public static EventLimits Log { get; } = new(64 * MiB, 256 * MiB);
}
