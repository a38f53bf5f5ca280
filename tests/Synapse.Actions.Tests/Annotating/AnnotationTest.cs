using System.Text;
using System.Text.Json;

namespace Synapse.Actions.Tests.Annotating;

/// <summary>A project with tasks, each with an image and labels.</summary>
public abstract class AnnotationTest : IDisposable
{
    private int _files;

    protected TestPlatform Platform { get; } = new();

    protected Project Project { get; private set; } = null!;

    protected static FileSpecification Image { get; } = new("image", "image") { IsPrimary = true };

    protected static FileSpecification Labels { get; } = new("labels", "data");

    public virtual void Dispose()
    {
        Platform.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A task for each text: what its labels say. A null one has no labels.</summary>
    protected async Task<AddTaskDataParams> TasksAsync(params string?[] labels)
    {
        var p = await ProjectAsync();
        var units = new List<IReadOnlyDictionary<string, long>>();
        foreach (var text in labels)
        {
            var files = new Dictionary<string, long> { ["image"] = await FileAsync($"{units.Count + 1}.png", "png") };
            if (text is not null)
            {
                files["labels"] = await FileAsync($"{units.Count + 1}.json", text);
            }

            units.Add(files);
        }

        await AddAsync(units);
        return p;
    }

    protected async Task<AddTaskDataParams> ProjectAsync()
    {
        var collection = await Platform.Backend.DataCollections.CreateAsync("birds", [Image, Labels], "collection");
        Project = await Platform.Backend.Projects.CreateAsync(new("label birds", collection.Id), "project");
        return new() { Name = Guid.NewGuid().ToString(), Project = Project.Id, TargetSpecificationName = "labels", RetryDelaySeconds = 0 };
    }

    protected async Task<IReadOnlyList<long>> AddAsync(IReadOnlyList<IReadOnlyDictionary<string, long>> files)
    {
        var units = await Platform.Backend.DataUnits.CreateAsync([.. files.Select(unit => new NewDataUnit(unit) { Collection = Project.DataCollection })], $"units {_files}");
        return await Platform.Backend.Tasks.CreateAsync(Project.Id, units, $"tasks {_files}");
    }

    protected async Task<long> FileAsync(string name, string content)
    {
        var path = Path.Combine(Platform.Folder, $"file{_files++}");
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(content));
        return (await Platform.Backend.DataFiles.UploadAsync(path, name, path)).Id;
    }

    protected Task<ActionRun<AddTaskDataResult>> RunAsync(AddTaskDataParams p) => Platform.RunAsync(PreAnnotate.Descriptor, p);

    /// <summary>The annotations of a task, as JSON; null when there are none.</summary>
    protected async Task<string?> DataAsync(long task) => (await Platform.Backend.Tasks.GetAsync(task)).Data?.GetRawText();

    /// <summary>The report of the only run, as (outcome, task, reason).</summary>
    protected List<(string Outcome, long Task, string? Reason)> Report() => [.. File.ReadLines(ReportFile(".jsonl")).Select(line =>
    {
        var json = JsonElement.Parse(line);
        return (json.GetProperty("outcome").GetString()!, json.GetProperty("task").GetInt64(), json.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
    })];

    protected string Summary() => File.ReadAllText(ReportFile(".txt"));

    private string ReportFile(string extension) =>
        Directory.EnumerateFiles(Platform.Folder, "pre-annotation-report" + extension, SearchOption.AllDirectories).Single();
}
