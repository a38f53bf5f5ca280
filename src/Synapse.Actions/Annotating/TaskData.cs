using System.Buffers;
using System.Text.Json;

namespace Synapse.Actions;

/// <summary>The annotations of a task, as they are submitted.</summary>
/// <param name="Json">A JSON object.</param>
public sealed record TaskData(JsonElement Json)
{
    /// <summary>No annotations: nothing was found in the task's file. It is submitted like any other result.</summary>
    public static TaskData Empty { get; } = Parse("{}");

    /// <summary>Annotations that are JSON text.</summary>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static TaskData Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }

    /// <summary>Annotations that are written piece by piece.</summary>
    /// <param name="write">Writes one JSON object.</param>
    public static TaskData Write(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return new(document.RootElement.Clone());
    }
}
