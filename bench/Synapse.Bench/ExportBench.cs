using System.Diagnostics;
using System.Globalization;

namespace Synapse.Bench;

/// <summary>Exports from the embedded backend with the standard steps, beside what a shell does with the same files.</summary>
internal sealed class ExportBench(string artifacts)
{
    private const int Rounds = 3;
    private const int Items = 100_000;

    private string Program => Path.Combine(artifacts, "bench", "Exports", "Exports");

    public IEnumerable<Figure> Many()
    {
        using var folder = new BenchFolder();
        SmallFiles.Write(folder.In("files"), Items);
        Run("run", "fill", "--state", folder.In("state"), "--quiet", "--path", folder.In("files"));
        var (times, floors, peaks) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            floors.Add(Copy(folder, $"copy{i}"));
            var (time, peak) = Export(folder, $"round {i}");
            times.Add(time);
            peaks.Add(peak);
        }

        yield return new("export.100k", Statistics.Median(times), "s", Statistics.Median(floors), "100,000 items with PNG files of some 80 bytes, standard steps; floor: cp -r of the files and as many label files written; goal 1.5");
        yield return new("export.rss", Statistics.Median(peaks), "MB", 0, "most memory of the process meanwhile");
    }

    /// <summary>Copies the files, and writes as many label files as plainly as it can be done: one call after another.</summary>
    private static double Copy(BenchFolder folder, string copy)
    {
        var label = System.Text.Encoding.UTF8.GetBytes(Label);
        var start = Stopwatch.GetTimestamp();
        Spawn.Milliseconds("/bin/cp", "-r", folder.In("files"), folder.In(copy));
        var labels = Directory.CreateDirectory(folder.In(copy + "-labels")).FullName;
        for (var i = 0; i < Items; i++)
        {
            // Not File.WriteAllBytes: it truncates what it has just made, which ext4 pays with a write to the disk for each file.
            using var file = File.OpenHandle(Path.Combine(labels, string.Create(CultureInfo.InvariantCulture, $"{i:D6}.json")), FileMode.CreateNew, FileAccess.Write, FileShare.None);
            RandomAccess.Write(file, label, 0);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private const string Label = """{"images":[{"bounding_box":[{"id":"100000","classification":{"class":"wren"},"data":{"x":1,"y":2,"width":3,"height":4}}]}]}""";

    private (double Seconds, double Peak) Export(BenchFolder folder, string name) => Run(
        "run", "export", "--state", folder.In("state"), "--quiet", "--name", name, "--path", folder.In("exports"), "--target", "ground_truth", "--set", "filter.ground_truth_dataset=1");

    private (double Seconds, double Peak) Run(params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var peak = Memory.PeakUntilEnd(process);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
    }
}
