using System.Diagnostics;
using System.Globalization;

namespace Synapse.Bench;

/// <summary>Uploads into the embedded backend with the standard steps, beside what a shell does with the same files.</summary>
internal sealed class UploadBench(string artifacts)
{
    private const int Rounds = 3;
    private const int LargeFiles = 4;
    private const long LargeBytes = 512L << 20;

    private string Program => Path.Combine(artifacts, "custom-upload", "custom-upload");

    public IEnumerable<Figure> Small()
    {
        var (times, floors, peaks, logs) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        using var folder = new BenchFolder();
        SmallFiles.Write(folder.In("files/frame"), 100_000);
        for (var i = 0; i < Rounds; i++)
        {
            floors.Add(Copy(folder, $"copy{i}"));
            var (time, peak) = Upload(folder, $"state{i}");
            times.Add(time);
            peaks.Add(peak);
            logs.Add((double)Directory.EnumerateFiles(folder.In($"state{i}"), "*.jsonl", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is "events.jsonl" or "log.jsonl").Sum(file => new FileInfo(file).Length) / 100_000);
        }

        yield return new("upload.100k", Statistics.Median(times), "s", Statistics.Median(floors), "100,000 PNG files of some 80 bytes, standard steps; floor: cp -r and sha256sum over the copy; goal 1.0");
        yield return new("upload.rss", Statistics.Median(peaks), "MB", 0, "most memory of the process meanwhile; goal 120");
        yield return new("upload.log", Statistics.Median(logs), "bytes", 0, "events and log for each file; goal 100");
    }

    public IEnumerable<Figure> Many()
    {
        using var folder = new BenchFolder();
        SmallFiles.Write(folder.In("files/frame"), 400_000);
        yield return new("upload.rss_400k", Upload(folder, "state").Peak, "MB", 0, "most memory of the process at 400,000 files in one folder; goal 130");
    }

    public IEnumerable<Figure> Large()
    {
        using var folder = new BenchFolder();
        Directory.CreateDirectory(folder.In("files/frame"));
        var content = new byte[1 << 20];
        for (var i = 0; i < LargeFiles; i++)
        {
            using var file = File.Create(folder.In($"files/frame/{i}.bin"));
            for (long written = 0; written < LargeBytes; written += content.Length)
            {
                Random.Shared.NextBytes(content);
                file.Write(content);
            }
        }

        var floor = Copy(folder, "copy");
        var (time, peak) = Upload(folder, "state");
        yield return new("upload.large", time, "s", floor, "2 GiB in 4 files; floor: cp -r and sha256sum over the copy; goal 1.43 (0.7 of its speed)");
        yield return new("upload.large.rss", peak, "MB", 0, "most memory of the process meanwhile");
    }

    private static double Copy(BenchFolder folder, string copy) => Spawn.Milliseconds(
        "/bin/sh", "-c", $"cp -r '{folder.In("files")}' '{folder.In(copy)}' && find '{folder.In(copy)}' -type f -print0 | xargs -0 sha256sum") / 1000;

    private (double Seconds, double Peak) Upload(BenchFolder folder, string state)
    {
        Start("local", "add-collection", "frames", "frame=image", "--state", folder.In(state)).WaitForExit();
        var start = Stopwatch.GetTimestamp();
        using var upload = Start("run", "upload", "--state", folder.In(state), "--quiet", "--name", "bench", "--data-collection", "1", "--path", folder.In("files"));
        var peak = Memory.PeakUntilEnd(upload);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return upload.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException($"The upload ended with {upload.ExitCode}: {upload.StandardError.ReadToEnd()}");
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
