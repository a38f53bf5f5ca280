// Actions whose public methods are the hooks of a step set.
using System.Text.Json;
using Synapse.Actions;

namespace Corpus.Hooks;

[Params] public sealed partial record Mine : ExportParams { public int Most { get; init; } = 10; }
[Params] public sealed partial record Asked : AddTaskDataParams { public double Threshold { get; init; } = 0.5; }

[ExportAction]
public sealed partial class Shortest
{
    public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Assignments.ListAsync(p.Filter, ct);
}

[ExportAction(Name = "every_hook")]
public sealed partial class EveryHook(ExportContext run)
{
    public async IAsyncEnumerable<GroundTruth> GetFilteredResults(Mine p, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in run.Backend.GroundTruths.ListAsync(p.Filter, ct))
        {
            yield return item;
        }
    }

    public GroundTruth BeforeConvert(GroundTruth item) => item with { Label = item.Label?.Trim() };

    public async Task<ExportItem> Convert(GroundTruth item, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return ExportItem.Text(item.Label ?? "");
    }

    public ValueTask<ExportItem> AfterConvert(AnnotatedItem item, ExportItem converted) => new(item.Data is null ? converted with { Extension = ".text" } : converted);

    public Task Save(ExportFolder folder, ExportItem item, CancellationToken ct) => File.WriteAllBytesAsync(folder.PathOf($"labels/{item.Name}"), item.Content, ct);

    public static void Finish(ExportFolder folder, ActionContext run) => File.WriteAllText(folder.PathOf("classes.txt"), run.RunId);

    private string Helper() => run.RunId;
}

[ExportAction]
public sealed partial record StaticHooks
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run) => run.Backend.Tasks.ListAsync(p.Filter);
}

[ExportAction, UseSteps<StandardExport>(Except = [nameof(StandardExport.Initialize)])]
public sealed partial class OwnFolder
{
    [Step(Before = nameof(StandardExport.FetchResults))]
    ExportPlace MakeFolder(ExportParams p) => new(p.Path, p.Path);

    public IAsyncEnumerable<AnnotatedItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    [Step(After = nameof(StandardExport.FetchResults))]
    DurableList<ExportEntry> OnlySome(DurableList<ExportEntry> entries) => new([.. entries.Take(2)]);
}

[AddTaskDataAction]
public sealed partial class Files
{
    public async Task<TaskData> ConvertDataFromFile(PrimaryFile image, TargetFile labels, TaskItem task, CancellationToken ct)
    {
        await using var content = await labels.OpenAsync(ct);
        return content.CanRead && image.Size > 0 && task.Id > 0 ? TaskData.Empty : TaskData.Parse("{}");
    }
}

[AddTaskDataAction(Name = "both")]
public sealed partial class BothMethods
{
    public TaskData ConvertDataFromFile(TargetFile labels) => labels.Size == 0 ? TaskData.Empty : TaskData.Parse("{}");

    public InferenceRequest SetupInferenceParams(PrimaryFile image, Asked p) => new(TaskData.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("image", image.Name);
        json.WriteNumber("threshold", p.Threshold);
        json.WriteEndObject();
    }).Json);

    public TaskData ConvertDataFromInference(JsonElement answer, AddTaskDataContext run)
    {
        run.Log.Debug("Answer {Kind}", answer.ValueKind);
        return new(answer);
    }
}

public abstract class GreetingHooks : ActionHooks
{
    public abstract string Greeting();
    public virtual string Name() => "nobody";
}

[StepSet]
public sealed class Greeting
{
    [Step] public string Greet(GreetingHooks hooks) => hooks.Has(nameof(GreetingHooks.Name)) ? $"{hooks.Greeting()} {hooks.Name()}" : hooks.Greeting();
}

[PluginAction("greet"), UseSteps<Greeting>] public sealed partial class Greeter { public string Greeting() => "Hello"; public static string Name() => "world"; }
[TrainAction, UseSteps<Greeting>] public sealed partial class GreetAndTrain { public string Greeting() => "Hello"; [Step] int Train(string greeting) => greeting.Length; }
