using System.Diagnostics;

namespace Synapse.Bench;

/// <summary>What the engine costs between two step bodies, against bare commits in the same process.</summary>
internal sealed class StepBench(string artifacts)
{
    private const int Runs = 8;
    private const int Rounds = 7;
    private const int Starts = 60;
    private const int Together = 8;

    private string Program => Path.Combine(artifacts, "bench", "Steps", "Steps");

    public IEnumerable<Figure> Boundary()
    {
        using var folder = new BenchFolder();
        var (gaps, commits, whole) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            var lines = Lines.Read(Run(folder, $"gaps{i}.txt", "steps"));
            gaps.AddRange(lines["gap"].Skip(2));
            commits.AddRange(lines["commit"].Skip(2));
            whole.Add(lines["gap"].Sum());
        }
        var commit = Statistics.Median(commits) / 1000;
        yield return new("step.stso", Statistics.Median(gaps) / 1000, "us", commit, "between two step bodies; floor: one bare FULL commit of 100 bytes in each body; goal 1.3");
        yield return new("step.wo100", Statistics.Median(whole) / 1000, "us", commit, "all that is between 100 bodies; floor as before; goal 140");
        yield return new("step.worst", gaps.Max() / 1000, "us", Statistics.Median(gaps) / 1000, "the worst of 784 boundaries; floor: the median one; goal 50");
    }

    public IEnumerable<Figure> Parallel()
    {
        using var folder = new BenchFolder();
        var (runs, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            runs.Add(AtOnce(folder, "steps", round));
            bare.Add(AtOnce(folder, "bare", round));
        }
        yield return new("runs.parallel8", Statistics.Median(runs), "1/s", Statistics.Median(bare), "boundaries of 8 runs at once; floor: commits of 8 bare writers at once; goal at least 0.8");
    }

    public IEnumerable<Figure> First()
    {
        using var folder = new BenchFolder();
        var bare = Path.Combine(artifacts, "bench", "Bare", "Bare");
        var (first, floor) = (new List<double>(), new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var output = Run(folder, $"one{i}", "one");
            first.Add(Stopwatch.GetElapsedTime(start, long.Parse(File.ReadAllText(output), System.Globalization.CultureInfo.InvariantCulture)).TotalMilliseconds);
            floor.Add(Spawn.Milliseconds(bare));
        }
        yield return new("start.one_step", Statistics.Median(first), "ms", Statistics.Median(floor), "from spawn to the body of the only step; floor: a native program that returns 0, to its end; goal 4 ms more");
    }

    private string Run(BenchFolder folder, string name, string action)
    {
        Spawn.Milliseconds(Program, "run", "--state", folder.In("state"), action, "--output", folder.In(name));
        return folder.In(name);
    }

    // All wait for one moment, when each is well past its own start.
    private double AtOnce(BenchFolder folder, string action, int round)
    {
        var at = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
        var outputs = Enumerable.Range(0, Together).Select(i => folder.In($"{action}{round}.{i}")).ToList();
        System.Threading.Tasks.Parallel.ForEach(outputs, new ParallelOptions { MaxDegreeOfParallelism = Together }, output => Spawn.Milliseconds(
            Program, "run", "--state", folder.In("state"), action, "--output", output, "--no-beside", "--at", at.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return outputs.Sum(output => 100 / (Lines.Read(output)["all"].Single() / 1e9));
    }
}
