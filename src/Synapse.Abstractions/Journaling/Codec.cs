using System.Text.Json;

namespace Synapse.Journaling;

/// <summary>Writes values of a type as JSON and reads them back exactly. The generator writes one for each journaled type.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract class Codec<T>
{
    /// <summary>The shape that the JSON has, in short text: two codecs with equal shapes read each other's output.</summary>
    public abstract string Shape { get; }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads a value. The reader stands on its first token and is left on its last.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="JsonException">The JSON has another shape.</exception>
    public abstract T Read(ref Utf8JsonReader reader);
}
