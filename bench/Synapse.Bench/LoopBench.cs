using System.Diagnostics;
using System.Globalization;

namespace Synapse.Bench;

/// <summary>Loops of a million items whose bodies do nothing: all that is measured is the engine's.</summary>
internal sealed class LoopBench(string artifacts)
{
    private const int Million = 1_000_000;
    private const int Rounds = 3;

    private string Program => Path.Combine(artifacts, "bench", "Loops", "Loops");

    public IEnumerable<Figure> Items()
    {
        var (rates, floors, peaks, bytes, logs) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            using var folder = new BenchFolder();
            var watch = new LogWatch(folder.In("state"));
            Run(folder, "items");
            logs.Add(watch.Stop());
            var lines = Lines.Read(folder.In("out"));
            rates.Add(Million / lines["seconds"].Single());
            peaks.Add(lines["rss"].Single());
            bytes.Add((double)Directory.EnumerateFiles(folder.In("state"), "journal.db*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / Million);
            Run(folder, "bare_items");
            floors.Add(Million / Lines.Read(folder.In("out"))["seconds"].Single());
        }
        var (rate, floor) = (Statistics.Median(rates), Statistics.Median(floors));
        yield return new("foreach.items_per_s", rate, "1/s", floor, "claims on, random keys of 16 bytes, parallelism 8; floor: the same rows without an engine; goal at least 150,000");
        yield return new("foreach.rss_1m", Statistics.Median(peaks) / 1_000_000, "MB", 0, "most memory of the process; goal 80");
        yield return new("foreach.bytes_per_item", Statistics.Median(bytes), "bytes", 16, "the finished journal; floor: the key; goal 140 bytes");
        yield return new("foreach.wal", logs.Max() / 1_000_000, "MB", 0, "the largest that the write-ahead log was; goal 8");
    }

    /// <summary>After a failure, and after a kill, which makes the resume check the file first.</summary>
    public IEnumerable<Figure> Resume()
    {
        foreach (var (name, last, note) in ((string, string, string)[])
            [("resume.1m", "fails", "from spawn to the first missing item after 1,000,000 finished ones; floor: reading the journal's file; goal 1500 ms"), ("resume.1m.killed", "kills", "the same after kill -9, with a check of the journal; goal 1500 ms")])
        {
            using var folder = new BenchFolder();
            Start(folder, "run", "items", "--count", Million.ToString(CultureInfo.InvariantCulture), "--output", folder.In("out"), "--last", last);
            var start = Stopwatch.GetTimestamp();
            var floor = Read(folder);
            var read = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            Start(folder, "resume", "last");
            var first = long.Parse(File.ReadAllText(folder.In("out")), CultureInfo.InvariantCulture);
            yield return new(name, Stopwatch.GetElapsedTime(start, first).TotalMilliseconds, "ms", floor > 0 ? read : 0, note);
        }
    }

    public IEnumerable<Figure> Progress()
    {
        using var folder = new BenchFolder();
        Run(folder, "progress");
        var lines = Lines.Read(folder.In("out"));
        yield return new("progress.overhead", 1000 * Statistics.Median(lines["reporting"]), "ms", 1000 * Statistics.Median(lines["silent"]), "work of a second on 8 threads with 1,000,000 reports; floor: without them; goal 1.05");
    }

    private void Run(BenchFolder folder, string action) => Spawn.Milliseconds(
        Program, "run", "--state", folder.In("state"), action, "--count", Million.ToString(CultureInfo.InvariantCulture), "--output", folder.In("out"));

    private void Start(BenchFolder folder, string verb, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, [verb, "--state", folder.In("state"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static long Read(BenchFolder folder)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        foreach (var path in Directory.EnumerateFiles(folder.In("state"), "journal.db*", SearchOption.AllDirectories))
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            for (int read; (read = file.Read(buffer)) > 0;)
            {
                total += read;
            }
        }
        return total;
    }
}
