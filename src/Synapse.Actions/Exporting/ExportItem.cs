using System.Text;
using System.Text.Json;
using Synapse.Actions.Exporting.Naming;

namespace Synapse.Actions;

/// <summary>The label file of one item.</summary>
/// <param name="Content">What it says; a file without content is one, too.</param>
/// <param name="Extension">Its extension, with the dot.</param>
public sealed record ExportItem(ReadOnlyMemory<byte> Content, string Extension)
{
    /// <summary>Its name without extension: that of the item's primary file, made unique and safe by the export.</summary>
    public string Name { get; internal init; } = "";

    internal string CheckedExtension => SafeName.IsExtension(Extension)
        ? Extension
        : throw new ExportException($"'{Extension}' is no extension of a label file. Give a dot and a few letters, as in '.json'.");

    /// <summary>The annotations of an item as they are, as JSON; of ground truth that is a class alone, that class as <c>label</c>.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="ExportException">It has no annotations.</exception>
    public static ExportItem Of(AnnotatedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Data is { } data ? Json(data)
            : item is GroundTruth { Label: { } label } ? OfClass(label)
            : throw new ExportException("It has no annotations.");
    }

    /// <summary>A label file of JSON.</summary>
    /// <param name="data">What it says.</param>
    public static ExportItem Json(JsonElement data) => new(Encoding.UTF8.GetBytes(data.GetRawText()), ".json");

    /// <summary>A label file of text.</summary>
    /// <param name="text">What it says; written as UTF-8.</param>
    /// <param name="extension">Its extension, with the dot.</param>
    public static ExportItem Text(string text, string extension = ".txt") => new(Encoding.UTF8.GetBytes(text), extension);

    private static ExportItem OfClass(string label)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteString("label"u8, label);
            json.WriteEndObject();
        }

        return new(content.ToArray(), ".json");
    }
}
