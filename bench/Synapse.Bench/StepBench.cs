using System.Globalization;

namespace Synapse.Bench;

/// <summary>The time between two consecutive step bodies, against bare commits in the same process.</summary>
internal sealed class StepBench(string artifacts)
{
    private const int Runs = 8;

    public IEnumerable<Figure> Gap()
    {
        var folder = Directory.CreateTempSubdirectory("synapse-bench-").FullName;
        try
        {
            var gaps = new List<double>();
            var commits = new List<double>();
            for (var i = 0; i < Runs; i++)
            {
                var output = Path.Combine(folder, $"gaps{i}.txt");
                Spawn.Milliseconds(Path.Combine(artifacts, "bench", "Steps", "Steps"), "run", "--state", Path.Combine(folder, "state"), "steps", "--output", output);
                foreach (var line in File.ReadLines(output))
                {
                    var (name, value) = (line.Split(' ')[0], double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
                    (name == "gap" ? gaps : commits).Add(value);
                }
            }
            yield return new("step.stso", Statistics.Median(gaps) / 1000, "us", Statistics.Median(commits) / 1000, "between two step bodies; floor: one bare FULL commit in the same process; goal 1.5");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
