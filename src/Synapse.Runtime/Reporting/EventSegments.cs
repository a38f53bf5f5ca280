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
        AddMissed(path, numbers);
        return numbers;
    }

    // A listing may miss a file that is renamed meanwhile, and still have one that was renamed later.
    private static void AddMissed(string path, List<long> numbers)
    {
        for (var i = numbers.Count - 1; i >= 0; i--)
        {
            var before = i == 0 ? 0 : numbers[i - 1];
            for (var number = numbers[i] - 1; number > before && File.Exists(PathOf(path, number)); number--)
            {
                numbers.Insert(i, number);
            }
        }
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
