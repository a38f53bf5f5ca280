using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Backends.Local.Index;

/// <summary>File specifications as JSON, with the names that the platform has for their fields.</summary>
internal static class SpecificationText
{
    public static string Write(IReadOnlyList<FileSpecification> files) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, file.Name);
            json.WriteString("file_type"u8, file.FileType);
            json.WriteBoolean("is_required"u8, file.IsRequired);
            json.WriteBoolean("is_primary"u8, file.IsPrimary);
            json.WriteStartArray("extensions"u8);
            foreach (var extension in file.Extensions)
            {
                json.WriteStringValue(extension);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static IReadOnlyList<FileSpecification> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static FileSpecification Read(JsonElement file) => new(file.GetProperty("name"u8).GetString()!, file.GetProperty("file_type"u8).GetString()!)
    {
        IsRequired = file.GetProperty("is_required"u8).GetBoolean(),
        IsPrimary = file.GetProperty("is_primary"u8).GetBoolean(),
        Extensions = [.. file.GetProperty("extensions"u8).EnumerateArray().Select(extension => extension.GetString()!)],
    };
}
