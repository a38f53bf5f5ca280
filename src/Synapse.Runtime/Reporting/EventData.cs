using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>Reads members of an event's data; one that is absent or of another kind reads as null, for newer writers add and older ones lack.</summary>
internal static class EventData
{
    public static string? Text(this JsonElement data, string name) =>
        Member(data, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static double? Number(this JsonElement data, string name) =>
        Member(data, name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    public static long? Whole(this JsonElement data, string name) =>
        Member(data, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static TimeSpan? Milliseconds(this JsonElement data, string name) =>
        Number(data, name) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary><c>error: {type, message}</c> as one text.</summary>
    public static string? Error(this JsonElement data) => Member(data, "error") is { ValueKind: JsonValueKind.Object } error
        ? $"{error.Text("type")}: {error.Text("message")}"
        : null;

    /// <summary>The elements of a list; none when there is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement data, string name)
    {
        if (Member(data, name) is not { ValueKind: JsonValueKind.Array } list)
        {
            yield break;
        }
        foreach (var element in list.EnumerateArray())
        {
            yield return element;
        }
    }

    public static JsonElement? Member(this JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) ? value : null;
}
