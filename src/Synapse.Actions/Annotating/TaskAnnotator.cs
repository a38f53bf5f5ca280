using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Synapse.Actions.Annotating;

/// <summary>Annotates one task. Whatever goes wrong comes out as an <see cref="AnnotationException"/> that may be shown.</summary>
internal sealed class TaskAnnotator(AddTaskDataHooks hooks, AddTaskDataParams p, IBackend backend)
{
    /// <exception cref="AnnotationException">The task could not be annotated.</exception>
    public async Task<AnnotatedTask> AnnotateAsync(long id, CancellationToken ct)
    {
        using var limit = p.TaskTimeoutSeconds is null ? null : CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit?.CancelAfter(TimeSpan.FromSeconds(p.TaskTimeoutSeconds!.Value));
        try
        {
            return await TryAsync(id, limit?.Token ?? ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested && limit?.IsCancellationRequested == true)
        {
            throw new AnnotationException(string.Create(CultureInfo.InvariantCulture, $"It took longer than {p.TaskTimeoutSeconds} s (task_timeout_seconds)."))
            {
                IsTransient = true,
            };
        }
    }

    private async Task<AnnotatedTask> TryAsync(long id, CancellationToken ct)
    {
        var task = await SafelyAsync(null, () => new ValueTask<TaskItem>(backend.Tasks.GetAsync(id, ct)), ct);
        var primary = Primary(task);
        var data = p.Method == AnnotationMethod.File ? await FromFileAsync(task, primary, ct) : await FromModelAsync(task, primary, ct);
        await SafelyAsync(null, () => new ValueTask<bool>(SubmitAsync(id, data, ct)), ct);
        return new(id, Length(data), IsEmpty(data));
    }

    private async Task<JsonElement> FromFileAsync(TaskItem task, PrimaryFile primary, CancellationToken ct)
    {
        var name = p.TargetSpecificationName!;
        var target = task.Files.TryGetValue(name, out var file)
            ? new TargetFile(name, file, backend)
            : throw new AnnotationException(string.Create(
                CultureInfo.InvariantCulture, $"Data unit {task.DataUnit} has no file '{name}' (target_specification_name); it has {Names(task)}."));
        const string Hook = nameof(AddTaskDataHooks.ConvertDataFromFile);
        return Checked(Hook, await SafelyAsync(Hook, () => hooks.ConvertDataFromFile(primary, target, task, ct), ct));
    }

    private async Task<JsonElement> FromModelAsync(TaskItem task, PrimaryFile primary, CancellationToken ct)
    {
        const string Asking = nameof(AddTaskDataHooks.SetupInferenceParams);
        const string Answered = nameof(AddTaskDataHooks.ConvertDataFromInference);
        var request = await SafelyAsync(Asking, () => hooks.SetupInferenceParams(primary, task, ct), ct)
            ?? throw new AnnotationException($"{Asking} returned null: say what the model is asked.");
        var addressed = request.Model is null && p.Model is not null ? request with { Model = p.Model } : request;
        var answer = await SafelyAsync("Inference", () => new ValueTask<JsonElement>(backend.ServeApplications.InferAsync(p.PreProcessor!.Value, addressed, ct)), ct);
        return Checked(Answered, await SafelyAsync(Answered, () => hooks.ConvertDataFromInference(answer, primary, task, ct), ct));
    }

    private async Task<bool> SubmitAsync(long id, JsonElement data, CancellationToken ct)
    {
        await backend.Tasks.AnnotateAsync(id, data, p.Schema, ct);
        return true;
    }

    private PrimaryFile Primary(TaskItem task) => task is { PrimarySpecification: { } name, PrimaryFile: { } file }
        ? new(name, file, backend)
        : throw new AnnotationException(task.Files.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Data unit {task.DataUnit} has no files.")
            : string.Create(CultureInfo.InvariantCulture, $"Data unit {task.DataUnit} has no file of a specification that is primary, for people to look at; it has {Names(task)}."));

    private static string Names(TaskItem task) => string.Join(", ", task.Files.Keys.Order(StringComparer.Ordinal));

    // An author may forget that there is something to return, or return JSON that is gone.
    private static JsonElement Checked(string hook, TaskData? data)
    {
        try
        {
            return data is null ? throw new AnnotationException($"{hook} returned null: where nothing is found, return TaskData.Empty.")
                : data.Json.ValueKind == JsonValueKind.Object ? data.Json
                : throw new AnnotationException($"{hook} returned JSON that is no object ({data.Json.ValueKind}): annotations are an object; where nothing is found, return TaskData.Empty.");
        }
        catch (ObjectDisposedException)
        {
            throw new AnnotationException($"{hook} returned an element of a JsonDocument that is disposed: return element.Clone().");
        }
    }

    private static int Length(JsonElement data) => JsonMarshal.GetRawUtf8Value(data).Length;

    private static bool IsEmpty(JsonElement data)
    {
        foreach (var member in data.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array || member.Value.GetArrayLength() > 0)
            {
                return false;
            }
        }

        return true;
    }

    // Only the text goes on: what is inside an exception is journaled too, and may name what nobody is to see.
    private static async ValueTask<T> SafelyAsync<T>(string? what, Func<ValueTask<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e is not (OperationCanceledException or AnnotationException) || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var type = e is BackendException ? "" : e.GetType().Name + ": ";
            var failure = new AnnotationException($"{(what is null ? "" : what + " failed: ")}{type}{Redaction.Of(e.Message)}") { IsTransient = Transience.Of(e) };
            throw e.StackTrace is { } trace ? ExceptionDispatchInfo.SetRemoteStackTrace(failure, trace) : failure;
        }
    }
}
