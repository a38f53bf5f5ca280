using System.Text.Json;

namespace Synapse.Runtime.Json;

/// <summary>How everything that the runtime writes as JSON is written.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = MinimalEncoder.Instance };

    public static readonly JsonWriterOptions Indented = new() { Encoder = MinimalEncoder.Instance, Indented = true, NewLine = "\n" };
}
