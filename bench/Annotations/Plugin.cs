using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

[assembly: SynapsePlugin("annotations")]

namespace Annotations;

/// <summary>What each task costs without anything around it: its file is read and becomes annotations.</summary>
internal static class Conversion
{
    public static async Task<TaskData> OfAsync(Stream content, CancellationToken ct)
    {
        using var json = await JsonDocument.ParseAsync(content, default, ct);
        return new(json.RootElement.Clone());
    }
}

/// <summary>The standard steps around the conversion.</summary>
[AddTaskDataAction]
public sealed partial class PreAnnotate
{
    public async Task<TaskData> ConvertDataFromFile(TargetFile labels, CancellationToken ct)
    {
        await using var content = await labels.OpenAsync(ct);
        return await Conversion.OfAsync(content, ct);
    }
}

/// <summary>What to fill a project with, or to convert.</summary>
[Params]
public sealed partial record BenchParams
{
    /// <summary>Tasks to make.</summary>
    public int Tasks { get; init; }

    /// <summary>File to write how long the conversions took, in milliseconds.</summary>
    public string? Result { get; init; }
}

/// <summary>A project with tasks, and the conversion of their files alone.</summary>
public static partial class Benches
{
    private const int Batch = 1000;

    /// <summary>Makes tasks whose data units share an image and have labels of their own.</summary>
    [PluginAction("fill")]
    public static async Task Fill(BenchParams p, RunContext run, CancellationToken ct)
    {
        var backend = run.Backend;
        var collection = await backend.DataCollections.CreateAsync("birds", [new("image", "image") { IsPrimary = true }, new("labels", "data")], "collection", ct);
        var project = await backend.Projects.CreateAsync(new("birds", collection.Id), "project", ct);
        var image = (await backend.DataFiles.UploadAsync(await FileAsync(run, "image"), "image.png", "image", null, ct)).Id;
        foreach (var numbers in Enumerable.Range(0, p.Tasks).Chunk(Batch))
        {
            var labels = await Task.WhenAll(numbers.Select(number => LabelsAsync(run, number, ct)));
            NewDataUnit[] units = [.. labels.Select(id => new NewDataUnit(new Dictionary<string, long> { ["image"] = image, ["labels"] = id }) { Collection = collection.Id })];
            var ids = await backend.DataUnits.CreateAsync(units, $"units {numbers[0]}", ct);
            await backend.Tasks.CreateAsync(project.Id, ids, $"tasks {numbers[0]}", ct);
        }
    }

    /// <summary>Converts the file of each task, eight at once, and does nothing else.</summary>
    [PluginAction("convert")]
    public static async Task Convert(BenchParams p, RunContext run, CancellationToken ct)
    {
        var tasks = await run.Backend.Tasks.ListAsync(new() { Project = 1 }, ct).ToListAsync(ct);
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(tasks, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (task, token) =>
        {
            await using var content = await run.Backend.DataFiles.OpenAsync(task.Files["labels"].Id, token);
            await Conversion.OfAsync(content, token);
        });
        await File.WriteAllTextAsync(p.Result!, string.Create(CultureInfo.InvariantCulture, $"convert {Stopwatch.GetElapsedTime(start).TotalMilliseconds}\n"), ct);
    }

    private static async Task<long> LabelsAsync(RunContext run, int number, CancellationToken ct)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $$$"""{"images":[{"bounding_box":[{"id":"{{{number}}}","classification":{"class":"wren"},"data":{"x":1,"y":2,"width":3,"height":4}}]}]}""");
        return (await run.Backend.DataFiles.UploadAsync(await FileAsync(run, text), $"{number}.json", $"labels {number}", null, ct)).Id;
    }

    private static async Task<string> FileAsync(RunContext run, string text)
    {
        var path = Path.Combine(run.WorkDir, Guid.NewGuid().ToString());
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
