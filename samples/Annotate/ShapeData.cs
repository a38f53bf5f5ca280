using System.Text.Json;

namespace Annotate;

/// <summary>A shape as the annotation of an image.</summary>
internal static class ShapeData
{
    public static TaskData Of(string shape) => TaskData.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("images");
        json.WriteStartObject();
        json.WriteStartArray("classification");
        json.WriteStartObject();
        json.WriteString("shape", shape);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Null when there is none.</summary>
    public static string? ShapeOf(JsonElement data) =>
        data.TryGetProperty("images", out var images) ? images[0].GetProperty("classification")[0].GetProperty("shape").GetString() : null;
}
