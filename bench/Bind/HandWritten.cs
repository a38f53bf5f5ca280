using System.Text.Json;

namespace Bind;

/// <summary>The floor: the same record, read by a loop that trusts its input and reports no error.</summary>
internal static class HandWritten
{
    public static Record Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        int dataset = 0;
        string name = "";
        double rate = 0.1;
        bool shuffle = false;
        DateTimeOffset since = default;
        Guid id = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("dataset"u8)) { reader.Read(); dataset = reader.GetInt32(); }
            else if (reader.ValueTextEquals("name"u8)) { reader.Read(); name = reader.GetString()!; }
            else if (reader.ValueTextEquals("rate"u8)) { reader.Read(); rate = reader.GetDouble(); }
            else if (reader.ValueTextEquals("shuffle"u8)) { reader.Read(); shuffle = reader.GetBoolean(); }
            else if (reader.ValueTextEquals("since"u8)) { reader.Read(); since = reader.GetDateTimeOffset(); }
            else if (reader.ValueTextEquals("id"u8)) { reader.Read(); id = reader.GetGuid(); }
            else { reader.Read(); reader.Skip(); }
        }
        return new() { Dataset = dataset, Name = name, Rate = rate, Shuffle = shuffle, Since = since, Id = id };
    }
}
