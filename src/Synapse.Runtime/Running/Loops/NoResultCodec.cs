using System.Text.Json;
using Synapse.Journaling;
using Synapse.Wiring;

namespace Synapse.Runtime.Running.Loops;

/// <summary>For loops that only note that an item is done.</summary>
internal sealed class NoResultCodec : Codec<NoResult?>
{
    public override string Shape => "null";

    public override void Write(Utf8JsonWriter writer, NoResult? value) => writer.WriteNullValue();

    public override NoResult? Read(ref Utf8JsonReader reader) => null;
}
