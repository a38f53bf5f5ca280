using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Synapse.Binding;
using Synapse.Runtime.Json;

namespace Synapse.Runtime.Running;

/// <summary>
/// Secrets that are given again because the journal cannot lead to their values: references by the JSON Pointers of their
/// places in the params. The journaled params stay as they are.
/// </summary>
internal static class GivenSecrets
{
    /// <summary>What binding reports of a secret that cannot be had.</summary>
    public const string ErrorCode = "secret";

    /// <summary>The pointer of a place that a person names with dots, <c>auth.token</c>, or as pointer.</summary>
    public static string Pointer(string name) => name.StartsWith('/')
        ? name
        : "/" + string.Join('/', name.Split('.').Select(ParamLocator.Escape));

    /// <summary>The place as a person names it.</summary>
    public static string Name(string pointer) => pointer.AsSpan().IndexOfAny('.', '~') < 0 && pointer.Length > 0
        ? pointer[1..].Replace('/', '.')
        : pointer;

    /// <summary>The params with references in these places.</summary>
    public static byte[] Fill(byte[] json, IReadOnlyDictionary<string, string> references)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ParamReader.MaxDepth });
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Compact))
        {
            Write(writer, document.RootElement, "", references);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string pointer, IReadOnlyDictionary<string, string> references)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, $"{pointer}/{ParamLocator.Escape(member.Name)}", references);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), references);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when references.TryGetValue(pointer, out var reference):
                writer.WriteStringValue(reference);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
