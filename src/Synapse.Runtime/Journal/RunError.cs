using System.Text;
using System.Text.Json;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Journal;

/// <summary>A failure as it is journaled and shown.</summary>
/// <param name="Type">The exception's type, or what the engine calls the failure.</param>
/// <param name="Message">What it says.</param>
/// <param name="Detail">Everything about it, with the stack trace.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Attempt">Which attempt at the step it was.</param>
/// <param name="At">Where in the author's code it comes from.</param>
internal sealed record RunError(string Type, string Message, string? Detail = null, string? Step = null, int? Attempt = null, string? At = null)
{
    public static RunError From(Exception exception, string? step = null, int? attempt = null) =>
        new(exception.GetType().Name, exception.Message, exception.ToString(), step, attempt, Running.AuthorFrame.Of(exception));

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            json.WriteStartObject();
            WriteMembers(json);
            if (Detail is not null)
            {
                json.WriteString("detail", Detail);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>All but the detail, as members of the object that is open.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("type", Type);
        json.WriteString("message", Message);
        if (Step is not null)
        {
            json.WriteString("step", Step);
        }

        if (Attempt is { } attempt)
        {
            json.WriteNumber("attempt", attempt);
        }

        if (At is not null)
        {
            json.WriteString("at", At);
        }
    }

    public static RunError FromJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new RunError(
            Text(root, "type") ?? "", Text(root, "message") ?? "", Text(root, "detail"), Text(root, "step"),
            root.TryGetProperty("attempt", out var attempt) ? attempt.GetInt32() : null, Text(root, "at"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
