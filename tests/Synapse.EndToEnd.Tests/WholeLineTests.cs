using System.Text.Json;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

[Collection(nameof(WithImages))]
public sealed class WholeLineTests(Images images)
{
    [Fact]
    public void Sample_uploads_trains_infers_and_exports_when_run_in_order()
    {
        using var plugin = new Plugin();
        var dataset = Result(plugin.Run("run", "upload", "--path", images.Folder, "--events", "jsonl").Exits(0)).GetProperty("dataset").GetInt64();
        var model = Result(plugin.Run("run", "train", "--dataset", $"{dataset}", "--events", "jsonl").Exits(0)).GetProperty("model").GetProperty("id").GetInt64();

        var inferred = Result(plugin.Run("run", "infer", "--dataset", $"{dataset}", "--model", $"{model}", "--events", "jsonl").Exits(0));
        Assert.Equal(1000, inferred.GetProperty("images").GetInt32());
        Assert.True(inferred.GetProperty("accuracy").GetDouble() >= 0.84, inferred.ToString());

        plugin.Run("run", "export", "--dataset", $"{dataset}", "--model", $"{model}", "--output", "out").Exits(0);
        var truth = File.ReadAllLines(Path.Combine(plugin.Folder, "out", "ground_truth.csv")).Skip(1).ToArray();
        var predicted = File.ReadAllLines(Path.Combine(plugin.Folder, "out", "predictions.csv")).Skip(1).ToArray();
        Assert.Equal(1000, truth.Length);
        var right = truth.Zip(predicted).Count(pair => pair.Second.StartsWith(pair.First + ",", StringComparison.Ordinal));
        Assert.Equal(inferred.GetProperty("accuracy").GetDouble(), right / 1000.0, 6);
    }

    [Fact]
    public void Same_plugin_runs_under_the_JIT_when_started_with_dotnet()
    {
        using var plugin = new Plugin("dotnet", Path.Combine(Repository.Root, "samples", "Fashion", "bin", "Release", "net10.0", "fashion.dll"));
        var folder = images.Few(plugin, 12);

        var said = plugin.Run("run", "upload", "--path", folder, "--events", "jsonl").Exits(0);

        Assert.Equal(12, Result(said).GetProperty("images").GetInt32());
    }

    /// <summary>The result in the last event of a run that was asked for events.</summary>
    internal static JsonElement Result(Said said)
    {
        var lines = said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return lines.Last(e => e.GetProperty("type").GetString() == "run_ended").GetProperty("data").GetProperty("result");
    }
}
