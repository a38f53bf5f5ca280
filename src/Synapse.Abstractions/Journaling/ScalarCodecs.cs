using System.Text.Json;

namespace Synapse.Journaling;

/// <summary>Codecs of the scalars that loops return most, so that a loop over them needs nothing generated.</summary>
internal static class ScalarCodecs
{
    public static Codec<T>? Find<T>() =>
        typeof(T) == typeof(bool) ? (Codec<T>)(object)new Scalar<bool>("Boolean", JournalJson.Write, JournalJson.ReadBoolean)
        : typeof(T) == typeof(int) ? (Codec<T>)(object)new Scalar<int>("Int32", JournalJson.Write, JournalJson.ReadInt32)
        : typeof(T) == typeof(long) ? (Codec<T>)(object)new Scalar<long>("Int64", JournalJson.Write, JournalJson.ReadInt64)
        : typeof(T) == typeof(double) ? (Codec<T>)(object)new Scalar<double>("Double", JournalJson.Write, JournalJson.ReadDouble)
        : typeof(T) == typeof(string) ? (Codec<T>)(object)new Scalar<string>("String", JournalJson.Write, JournalJson.ReadString)
        : typeof(T) == typeof(Guid) ? (Codec<T>)(object)new Scalar<Guid>("Guid", JournalJson.Write, JournalJson.ReadGuid)
        : null;

    private delegate T Reading<T>(ref Utf8JsonReader reader);

    private sealed class Scalar<T>(string shape, Action<Utf8JsonWriter, T> write, Reading<T> read) : Codec<T>
    {
        public override string Shape => shape;

        public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

        public override T Read(ref Utf8JsonReader reader) => read(ref reader);
    }
}
