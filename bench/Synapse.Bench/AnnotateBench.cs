using System.Globalization;
using System.Text.Json;

namespace Synapse.Bench;

/// <summary>Pre-annotates tasks of the embedded backend with the standard steps, beside the calls of the hook alone.</summary>
internal sealed class AnnotateBench(string artifacts)
{
    private const int Rounds = 3;
    private const int Tasks = 20_000;

    private string Program => Path.Combine(artifacts, "bench", "Annotations", "Annotations");

    public IEnumerable<Figure> Overhead()
    {
        using var folder = new BenchFolder();
        var result = folder.In("result");
        var (steps, floors) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            // New tasks for each round: what is submitted already would not be written again.
            var state = folder.In($"state{i}");
            Spawn.Milliseconds(Program, "run", "fill", "--state", state, "--quiet", "--tasks", Tasks.ToString(CultureInfo.InvariantCulture));
            Spawn.Milliseconds(Program, "run", "convert", "--state", state, "--quiet", "--result", result);
            floors.Add(Lines.Read(result)["convert"].Single() * 1000 / Tasks);
            Spawn.Milliseconds(Program, "run", "pre_annotate", "--state", state, "--quiet", "--name", "bench", "--project", "1", "--target-specification-name", "labels");
            steps.Add(StepMilliseconds(state) * 1000 / Tasks);
        }

        var (step, floor) = (Statistics.Median(steps), Statistics.Median(floors));
        yield return new("annotate.overhead", step - floor, "us", floor, "a task of 20,000 over the hook alone, file method, 8 at once: read, converted, submitted, journaled; floor: the hook; goal 100 us");
    }

    /// <summary>What the step of the newest run took, as its event says.</summary>
    private static double StepMilliseconds(string state)
    {
        var events = Path.Combine(Directory.GetDirectories(Path.Combine(state, "runs")).Order(StringComparer.Ordinal).Last(), "events.jsonl");
        var line = File.ReadLines(events).Last(line => line.Contains("\"step\":\"annotate_task_data\"", StringComparison.Ordinal) && line.Contains("\"step_completed\"", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("data").GetProperty("ms").GetDouble();
    }
}
