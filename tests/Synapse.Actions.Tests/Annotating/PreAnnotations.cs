using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Synapse.Actions.Tests.Annotating;

/// <summary>How often hooks were called, by the name of the pre-annotation.</summary>
internal static class Calls
{
    private static readonly ConcurrentDictionary<(string Name, long Task), int> Counts = new();

    public static int Note(string name, long task) => Counts.AddOrUpdate((name, task), 1, (_, count) => count + 1);

    public static int Of(string name, long task) => Counts.GetValueOrDefault((name, task));
}

/// <summary>Both methods. What the labels of a task say is what its hook does.</summary>
[AddTaskDataAction]
public sealed partial class PreAnnotate
{
    public async Task<TaskData> ConvertDataFromFile(PrimaryFile image, TargetFile labels, TaskItem task, AddTaskDataParams p, CancellationToken ct)
    {
        var tries = Calls.Note(p.Name, task.Id);
        var text = Encoding.UTF8.GetString(await labels.ReadAsync(ct));
        switch (text.Split(' ')[0])
        {
            case "null":
                return null!;
            case "array":
                return new(JsonElement.Parse("[]"));
            case "disposed":
                using (var document = JsonDocument.Parse("{}"))
                {
                    return new(document.RootElement);
                }
            case "nothing":
                return TaskData.Empty;
            case "throw":
                throw new InvalidOperationException(text["throw ".Length..]);
            case "flaky" when tries <= int.Parse(text["flaky ".Length..], System.Globalization.CultureInfo.InvariantCulture):
                throw new IOException("the disk is slow");
            case "hang" when tries == 1:
                await Task.Delay(Timeout.Infinite, ct);
                break;
        }

        return text.StartsWith('{') ? TaskData.Parse(text) : TaskData.Parse($$"""{"images":[{"file":"{{image.Name}}"}]}""");
    }

    public InferenceRequest SetupInferenceParams(PrimaryFile image, TaskItem task, AddTaskDataParams p)
    {
        Calls.Note(p.Name, task.Id);
        return new(JsonElement.Parse($$"""{"image":"{{image.Name}}"}"""));
    }

    public TaskData ConvertDataFromInference(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object ? new(answer) : TaskData.Empty;
}

/// <summary>No model.</summary>
[AddTaskDataAction(Name = "annotate-files")]
public sealed partial class AnnotateFiles
{
    public TaskData ConvertDataFromFile() => TaskData.Empty;
}

/// <summary>A filter between the standard steps, which also loses a data unit that was found.</summary>
[AddTaskDataAction(Name = "annotate-some"), UseSteps<StandardAddTaskData>]
public sealed partial class AnnotateSome
{
    [Step(After = nameof(StandardAddTaskData.FetchTasks))]
    static async Task<DurableList<FoundTask>> AllButTheFirst(DurableList<FoundTask> tasks, AddTaskDataContext run, CancellationToken ct)
    {
        var last = await run.Backend.Tasks.GetAsync(tasks.Last().Id, ct);
        await run.Backend.DataUnits.DeleteAsync([last.DataUnit], ct);
        return new([.. tasks.Skip(1)]);
    }

    public TaskData ConvertDataFromFile() => TaskData.Empty;
}

/// <summary>Is stopped while the third task is under way.</summary>
[AddTaskDataAction(Name = "annotate-and-stop")]
public sealed partial class AnnotateAndStop
{
    public static CancellationTokenSource Stop { get; set; } = new();

    public async Task<TaskData> ConvertDataFromFile(TaskItem task, CancellationToken ct)
    {
        if (task.Id == 3)
        {
            await Stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        }

        return TaskData.Empty;
    }
}
