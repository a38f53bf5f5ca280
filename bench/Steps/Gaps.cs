using System.Diagnostics;
using System.Globalization;

namespace Steps;

/// <summary>Times between step bodies, each with a bare commit of the same process beside it.</summary>
internal static class Gaps
{
    private static readonly List<long> gaps = [];
    private static readonly List<long> commits = [];
    private static BareJournal? bare;
    private static long first;
    private static long mark;

    /// <summary>The first step: all processes of a round wait for one moment.</summary>
    /// <param name="p">Where the bare commits go, if there are to be any.</param>
    public static void Begin(StepsParams p)
    {
        bare = p.Beside ? new BareJournal(p.Output + ".db") : null;
        Clock.WaitUntil(p.At);
        first = mark = Stopwatch.GetTimestamp();
    }

    public static void Mark()
    {
        gaps.Add(Stopwatch.GetTimestamp() - mark);
        if (bare is not null)
        {
            commits.Add(bare.Commit());
        }
        mark = Stopwatch.GetTimestamp();
    }

    public static void Write(string path)
    {
        bare?.Dispose();
        File.WriteAllLines(path, [.. gaps.Select(g => Line("gap", g)), .. commits.Select(c => Line("commit", c)), Line("all", mark - first)]);
    }

    public static string Line(string name, long ticks) =>
        name + " " + (ticks * (1_000_000_000 / Stopwatch.Frequency)).ToString(CultureInfo.InvariantCulture);
}
