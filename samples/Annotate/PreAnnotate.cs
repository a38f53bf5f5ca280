using System.Text.Json;

namespace Annotate;

/// <summary>The standard parameters, and how sure the model must be.</summary>
[Params]
public sealed partial record ShapeParams : AddTaskDataParams
{
    /// <summary>Confidence below which a shape is left out.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; init; } = 0.5;
}

/// <summary>Names the shape of each task's image: out of a label file, or by asking the model.</summary>
[AddTaskDataAction]
public sealed partial class PreAnnotate
{
    public async Task<TaskData> ConvertDataFromFile(TargetFile labels, CancellationToken ct)
    {
        using var json = JsonDocument.Parse(await labels.ReadAsync(ct));
        return ShapeData.Of(json.RootElement.GetProperty("shape").GetString()!);
    }

    public async Task<InferenceRequest> SetupInferenceParams(PrimaryFile image, CancellationToken ct) =>
        new(JsonElement.Parse($$"""{"image":"{{Convert.ToBase64String(await image.ReadAsync(ct))}}"}"""));

    public TaskData ConvertDataFromInference(JsonElement answer, ShapeParams p) =>
        answer.TryGetProperty("shape", out var shape) && answer.GetProperty("confidence").GetDouble() >= p.Threshold
            ? ShapeData.Of(shape.GetString()!)
            : TaskData.Empty;
}
