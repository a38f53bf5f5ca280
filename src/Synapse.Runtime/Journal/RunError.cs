using System.Text;
using System.Text.Json;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Journal;

/// <summary>A failure as it is journaled and shown.</summary>
internal sealed record RunError(string Type, string Message, string? Detail = null, string? Step = null)
{
    public static RunError From(Exception exception, string? step = null) =>
        new(exception.GetType().Name, exception.Message, exception.ToString(), step);

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            json.WriteStartObject();
            json.WriteString("type", Type);
            json.WriteString("message", Message);
            if (Detail is not null)
            {
                json.WriteString("detail", Detail);
            }

            if (Step is not null)
            {
                json.WriteString("step", Step);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static RunError FromJson(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new RunError(Text(root, "type") ?? "", Text(root, "message") ?? "", Text(root, "detail"), Text(root, "step"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
