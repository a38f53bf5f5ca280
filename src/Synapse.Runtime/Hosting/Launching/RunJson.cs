using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>A run as JSON, for tools.</summary>
internal static class RunJson
{
    /// <summary>The run without its steps; the object stays open.</summary>
    public static void WriteHead(Utf8JsonWriter json, RunSnapshot run)
    {
        var row = run.Row;
        json.WriteStartObject();
        json.WriteString("run", row.Id.Text);
        json.WriteString("short", row.Id.Short);
        json.WriteString("action", row.Action);
        json.WriteString("state", row.State.ToText());
        json.WriteBoolean("at_work", run.IsAtWork);
        json.WriteNumber("percent", row.HighWater);
        json.WriteString("started", row.Created);
        if (row.Ended is { } ended)
        {
            json.WriteString("ended", ended);
        }
        if (row.Parent is { } parent)
        {
            json.WriteString("parent", parent);
        }
        WriteError(json, row.Error);
    }

    public static void Write(Stream output, RunSnapshot run, RunFolder folder)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            WriteHead(json, run);
            json.WriteNumber("crashes", run.Row.Crashes);
            json.WriteString("folder", folder.Path);
            json.WritePropertyName("params");
            WriteJson(json, run.Row.Params);
            json.WriteStartArray("steps");
            foreach (var step in run.Steps)
            {
                WriteStep(json, step);
            }
            json.WriteEndArray();
            WriteAttempts(json, run);
            WriteResult(json, run);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteAttempts(Utf8JsonWriter json, RunSnapshot run)
    {
        json.WriteStartArray("attempts");
        foreach (var attempt in run.Attempts)
        {
            json.WriteStartObject();
            json.WriteString("step", run.Steps.FirstOrDefault(step => step.Position == attempt.Position)?.Name);
            json.WriteString("phase", attempt.Phase == JournalPhase.Rollback ? "rollback" : "forward");
            json.WriteNumber("number", attempt.Number);
            json.WriteString("cause", attempt.Cause.ToText());
            json.WriteString("started", attempt.Started);
            if (attempt.Duration is { } took)
            {
                json.WriteNumber("ms", Math.Round(took.TotalMilliseconds, 3));
            }
            json.WriteString("outcome", attempt.Outcome?.ToText());
            WriteError(json, attempt.Error);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, StepRow step)
    {
        json.WriteStartObject();
        json.WriteString("name", step.Name);
        json.WriteString("state", step.State.ToText());
        json.WriteNumber("attempts", step.Attempt);
        if (step.Reason is not null)
        {
            json.WriteString("reason", step.Reason);
        }
        if (step.Output?.Inline is { } output)
        {
            json.WritePropertyName("output");
            WriteJson(json, output);
        }
        WriteError(json, step.Error);
        json.WriteEndObject();
    }

    // The journal says which step's output is the result; rows and large outputs are not inline.
    private static void WriteResult(Utf8JsonWriter json, RunSnapshot run)
    {
        if (run.Steps.FirstOrDefault(step => step.Name == run.Row.ResultStep)?.Output?.Inline is { Length: > 0 } result)
        {
            json.WritePropertyName("result");
            WriteJson(json, result);
        }
    }

    private static void WriteError(Utf8JsonWriter json, RunError? error)
    {
        if (error is null)
        {
            return;
        }
        json.WriteStartObject("error");
        error.WriteMembers(json);
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, byte[] content)
    {
        if (content.Length == 0)
        {
            json.WriteNullValue();
            return;
        }
        using var document = JsonDocument.Parse(content);
        document.RootElement.WriteTo(json);
    }
}
