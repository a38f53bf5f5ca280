using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

[assembly: SynapsePlugin("loops")]

namespace Loops;

/// <summary>How the last item, which is one more than the count, ends its process the first time.</summary>
public enum LastItem
{
    None,
    Fails,
    Kills,
}

/// <summary>What to measure and where the figures go.</summary>
[Params]
public sealed partial record LoopsParams
{
    /// <summary>Items, or reports of progress.</summary>
    public required int Count { get; init; }

    /// <summary>File to write the figures to.</summary>
    public required string Output { get; init; }

    /// <summary>Bodies at once.</summary>
    public int Parallelism { get; init; } = 8;

    public LastItem Last { get; init; }
}

/// <summary>A loop whose bodies do nothing.</summary>
[PluginAction("items", OnFailure = OnFailure.Keep)]
public sealed partial class Items
{
    [Step]
    async Task Loop(LoopsParams p, RunContext run, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        var count = p.Count + (p.Last == LastItem.None ? 0 : 1);
        var done = await run.ForEachAsync(Enumerable.Range(0, count), Keys.Of, (i, _) => Task.FromResult(i == p.Count ? Last(p) : i), p.Parallelism, ct: ct);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (p.Last == LastItem.None)
        {
            File.WriteAllLines(p.Output, [$"seconds {seconds.ToString(CultureInfo.InvariantCulture)}", $"rss {Memory.Peak()}", $"items {done.Count}"]);
        }
    }

    private static int Last(LoopsParams p)
    {
        if (!File.Exists(p.Output))
        {
            File.WriteAllText(p.Output, "");
            return p.Last == LastItem.Kills ? Libc.Kill(Environment.ProcessId, Libc.SigKill) : throw new InvalidOperationException("The first time it fails.");
        }
        File.WriteAllText(p.Output, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        return p.Count;
    }
}

/// <summary>The rows of such a loop, written without one: claims and results, as many a commit as the engine takes.</summary>
[PluginAction("bare_items")]
public sealed partial class BareItems
{
    [Step]
    void Write(LoopsParams p)
    {
        using var journal = new BareItemsJournal(p.Output + ".db");
        var start = Stopwatch.GetTimestamp();
        journal.Write(p.Count);
        File.WriteAllText(p.Output, "seconds " + Stopwatch.GetElapsedTime(start).TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Work on eight threads, with and without a report of progress after each piece.</summary>
[PluginAction("progress")]
public sealed partial class Reports
{
    private const int Threads = 8;
    private const int Rounds = 7;

    [Step]
    void Report(LoopsParams p, RunContext run)
    {
        var category = new ProgressCategory("work");
        var each = p.Count / Threads;
        var rounds = Calibrated(each);
        var (silent, reporting) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            silent.Add(Seconds(each, rounds, null, category));
            reporting.Add(Seconds(each, rounds, run, category));
        }
        File.WriteAllLines(p.Output, [.. silent.Select(s => $"silent {s.ToString(CultureInfo.InvariantCulture)}"), .. reporting.Select(s => $"reporting {s.ToString(CultureInfo.InvariantCulture)}")]);
    }

    // So much work that all of it takes about a second.
    private static int Calibrated(int each)
    {
        const int Guess = 300;
        Seconds(each, Guess, null, default);
        return (int)(Guess / Seconds(each, Guess, null, default));
    }

    private static double Seconds(int each, int rounds, RunContext? run, ProgressCategory category)
    {
        var threads = new Thread[Threads];
        var start = Stopwatch.GetTimestamp();
        for (var t = 0; t < Threads; t++)
        {
            threads[t] = new Thread(() =>
            {
                for (var i = 1; i <= each; i++)
                {
                    Keys.Work(rounds);
                    run?.Progress(category, i, each);
                }
            });
            threads[t].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}

internal static partial class Libc
{
    public const int SigKill = 9;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int pid, int signal);
}

internal static class Memory
{
    /// <summary>The most memory that the process ever held, in bytes.</summary>
    public static long Peak() => 1024 * long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
