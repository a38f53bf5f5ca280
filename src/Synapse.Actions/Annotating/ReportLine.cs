using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Synapse.Actions.Annotating;

/// <summary>A line of the report: JSON, the outcome first.</summary>
internal sealed class ReportLine : IDisposable
{
    public const string Annotated = "annotated";
    public const string Empty = "empty";
    public const string Failed = "failed";

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public ReportLine() => _json = new(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Valid until the next one.</summary>
    public ReadOnlySpan<byte> Of(AnnotatedTask task)
    {
        Start(task.IsEmpty ? Empty : Annotated, task.Id);
        _json.WriteNumber("bytes"u8, task.Bytes);
        return End();
    }

    /// <summary>Valid until the next one.</summary>
    public ReadOnlySpan<byte> Of(TaskFailure failure)
    {
        Start(Failed, failure.TaskId);
        _json.WriteString("reason"u8, failure.Error);
        return End();
    }

    /// <summary>Null for a line that a process did not end.</summary>
    public static (string Outcome, long Task)? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("outcome").GetString()!, json.RootElement.GetProperty("task").GetInt64());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _json.Dispose();

    private void Start(string outcome, long task)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("outcome"u8, outcome);
        _json.WriteNumber("task"u8, task);
    }

    private ReadOnlySpan<byte> End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _bytes.Write("\n"u8);
        return _bytes.WrittenSpan;
    }
}
