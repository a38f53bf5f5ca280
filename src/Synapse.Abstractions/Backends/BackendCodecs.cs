using System.Text.Json;
using Synapse.Journaling;

namespace Synapse.Backends;

/// <summary>How answers of a backend are journaled.</summary>
internal static class BackendCodecs
{
    public static readonly Codec<DataFile> DataFile = new DataFileCodec();
    public static readonly Codec<Dataset> Dataset = new DatasetCodec();
    public static readonly Codec<Model> Model = new ModelCodec();
    public static readonly Codec<IReadOnlyList<long>> Ids = new IdsCodec();

    private sealed class DataFileCodec : Codec<DataFile>
    {
        public override string Shape => "[id,name,size,checksum]";

        public override void Write(Utf8JsonWriter writer, DataFile value)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Id);
            writer.WriteStringValue(value.Name);
            writer.WriteNumberValue(value.Size);
            writer.WriteStringValue(value.Checksum);
            writer.WriteEndArray();
        }

        public override DataFile Read(ref Utf8JsonReader reader)
        {
            var value = new DataFile(Number(ref reader), Text(ref reader), Number(ref reader), Text(ref reader));
            reader.Read();
            return value;
        }
    }

    private sealed class DatasetCodec : Codec<Dataset>
    {
        public override string Shape => "[id,name]";

        public override void Write(Utf8JsonWriter writer, Dataset value)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Id);
            writer.WriteStringValue(value.Name);
            writer.WriteEndArray();
        }

        public override Dataset Read(ref Utf8JsonReader reader)
        {
            var value = new Dataset(Number(ref reader), Text(ref reader));
            reader.Read();
            return value;
        }
    }

    private sealed class ModelCodec : Codec<Model>
    {
        public override string Shape => "[id,name,size,checksum,{metric:number}]";

        public override void Write(Utf8JsonWriter writer, Model value)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Id);
            writer.WriteStringValue(value.Name);
            writer.WriteNumberValue(value.Size);
            writer.WriteStringValue(value.Checksum);
            writer.WriteStartObject();
            foreach (var (name, metric) in value.Metrics)
            {
                writer.WriteNumber(name, metric);
            }
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        public override Model Read(ref Utf8JsonReader reader)
        {
            var id = Number(ref reader);
            var name = Text(ref reader);
            var size = Number(ref reader);
            var checksum = Text(ref reader);
            var metrics = new Dictionary<string, double>();
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var metric = reader.GetString()!;
                reader.Read();
                metrics[metric] = reader.GetDouble();
            }
            reader.Read();
            return new(id, name, size, checksum, metrics);
        }
    }

    private sealed class IdsCodec : Codec<IReadOnlyList<long>>
    {
        public override string Shape => "[id]";

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<long> value)
        {
            writer.WriteStartArray();
            foreach (var id in value)
            {
                writer.WriteNumberValue(id);
            }
            writer.WriteEndArray();
        }

        public override IReadOnlyList<long> Read(ref Utf8JsonReader reader)
        {
            var ids = new List<long>();
            while (reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                ids.Add(reader.GetInt64());
            }
            return ids;
        }
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }
}
