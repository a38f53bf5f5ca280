using System.Text.Json;
using Synapse.Journaling;

namespace Synapse.Runtime.TestPlugin;

internal static class Codecs
{
    public static readonly Codec<int> Int = new IntCodec();
    public static readonly Codec<string> Text = new TextCodec();

    private sealed class IntCodec : Codec<int>
    {
        public override string Shape => "int";

        public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

        public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();
    }

    private sealed class TextCodec : Codec<string>
    {
        public override string Shape => "text";

        public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

        public override string Read(ref Utf8JsonReader reader) => reader.GetString()!;
    }
}
