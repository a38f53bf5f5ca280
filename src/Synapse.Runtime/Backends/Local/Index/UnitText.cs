using System.Collections.ObjectModel;
using System.Text.Json;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>What is known of a data unit, and its groups, as JSON; nothing where there is nothing.</summary>
internal static class UnitText
{
    public static string? Meta(IReadOnlyDictionary<string, string> meta) => meta.Count == 0 ? null : JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in meta)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    });

    public static string? Groups(IReadOnlyList<string> groups) => groups.Count == 0 ? null : Names(groups);

    public static string Names(IReadOnlyList<string> names) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });

    public static IReadOnlyDictionary<string, string> ReadMeta(string? text)
    {
        if (text is null)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> ReadGroups(string? text)
    {
        if (text is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(group => group.GetString()!)];
    }
}
