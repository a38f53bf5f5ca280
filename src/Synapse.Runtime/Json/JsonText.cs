using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Synapse.Runtime.Json;

/// <summary>How everything that the runtime writes as JSON is written.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = MinimalEncoder.Instance };

    public static readonly JsonWriterOptions Indented = new() { Encoder = MinimalEncoder.Instance, Indented = true, NewLine = "\n" };

    /// <summary>What is written, as compact text.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
