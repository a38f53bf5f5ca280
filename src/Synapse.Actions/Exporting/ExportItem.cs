using System.Text;
using System.Text.Json;

namespace Synapse.Actions;

/// <summary>The label file of one item.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Extension">Its extension, with the dot.</param>
public sealed record ExportItem(ReadOnlyMemory<byte> Content, string Extension)
{
    /// <summary>Its name without extension: that of the item's primary file, made unique and safe by the export.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The annotations of an item as they are, as JSON.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="ExportException">It has no annotations.</exception>
    public static ExportItem Of(AnnotatedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Data is { } data ? Json(data) : throw new ExportException("It has no annotations.");
    }

    /// <summary>A label file of JSON.</summary>
    /// <param name="data">What it says.</param>
    public static ExportItem Json(JsonElement data) => new(Encoding.UTF8.GetBytes(data.GetRawText()), ".json");

    /// <summary>A label file of text.</summary>
    /// <param name="text">What it says; written as UTF-8.</param>
    /// <param name="extension">Its extension, with the dot.</param>
    public static ExportItem Text(string text, string extension = ".txt") => new(Encoding.UTF8.GetBytes(text), extension);
}
