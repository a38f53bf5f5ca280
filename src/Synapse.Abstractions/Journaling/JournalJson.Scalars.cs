using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Synapse.Journaling;

/// <summary>The scalars of journaled JSON: each comes back bit for bit.</summary>
public static partial class JournalJson
{
    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Reads a value.</summary>
    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw NotExpected(ref reader, "bool"),
    };

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, byte value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static byte ReadByte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out var value) ? value : throw NotExpected(ref reader, "byte");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, sbyte value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static sbyte ReadSByte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSByte(out var value) ? value : throw NotExpected(ref reader, "sbyte");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, short value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static short ReadInt16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out var value) ? value : throw NotExpected(ref reader, "short");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, ushort value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static ushort ReadUInt16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out var value) ? value : throw NotExpected(ref reader, "ushort");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static int ReadInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : throw NotExpected(ref reader, "int");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static uint ReadUInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out var value) ? value : throw NotExpected(ref reader, "uint");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw NotExpected(ref reader, "long");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static ulong ReadUInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value) ? value : throw NotExpected(ref reader, "ulong");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static decimal ReadDecimal(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value) ? value : throw NotExpected(ref reader, "decimal");

    /// <summary>Writes a value; what JSON has no number for is written as text.</summary>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Reads a value.</summary>
    public static double ReadDouble(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetDouble()
        : double.Parse(Text(ref reader, "double"), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Writes a value; what JSON has no number for is written as text.</summary>
    public static void Write(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Reads a value.</summary>
    public static float ReadSingle(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetSingle()
        : float.Parse(Text(ref reader, "float"), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    /// <summary>Reads a value.</summary>
    public static string ReadString(ref Utf8JsonReader reader) => Text(ref reader, "string");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, char value) => writer.WriteNumberValue(value);

    /// <summary>Reads a value.</summary>
    public static char ReadChar(ref Utf8JsonReader reader) => (char)ReadUInt16(ref reader);

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    /// <summary>Reads a value.</summary>
    public static byte[] ReadBytes(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value) ? value : throw NotExpected(ref reader, "byte[]");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Reads a value.</summary>
    public static Guid ReadGuid(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value) ? value : throw NotExpected(ref reader, "Guid");

    /// <summary>Writes a value with its offset.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <summary>Reads a value.</summary>
    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value) ? value : throw NotExpected(ref reader, "DateTimeOffset");

    /// <summary>Writes ticks and kind: as text, a local time would depend on the machine that reads it.</summary>
    public static void Write(Utf8JsonWriter writer, DateTime value) => writer.WriteNumberValue(value.ToBinary());

    /// <summary>Reads a value.</summary>
    public static DateTime ReadDateTime(ref Utf8JsonReader reader) => DateTime.FromBinary(ReadInt64(ref reader));

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader) =>
        DateOnly.TryParseExact(Text(ref reader, "DateOnly"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : throw NotExpected(ref reader, "DateOnly");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        TimeOnly.TryParseExact(Text(ref reader, "TimeOnly"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : throw NotExpected(ref reader, "TimeOnly");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        TimeSpan.TryParseExact(Text(ref reader, "TimeSpan"), "c", CultureInfo.InvariantCulture, out var value) ? value : throw NotExpected(ref reader, "TimeSpan");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value?.OriginalString);

    /// <summary>Reads a value.</summary>
    public static Uri ReadUri(ref Utf8JsonReader reader) =>
        Uri.TryCreate(Text(ref reader, "Uri"), UriKind.RelativeOrAbsolute, out var value) ? value : throw NotExpected(ref reader, "Uri");

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, Version value) => writer.WriteStringValue(value?.ToString());

    /// <summary>Reads a value.</summary>
    public static Version ReadVersion(ref Utf8JsonReader reader) =>
        Version.TryParse(Text(ref reader, "Version"), out var value) ? value : throw NotExpected(ref reader, "Version");

    /// <summary>Writes a value as text.</summary>
    public static void Write(Utf8JsonWriter writer, Int128 value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static Int128 ReadInt128(ref Utf8JsonReader reader) =>
        Int128.TryParse(Text(ref reader, "Int128"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw NotExpected(ref reader, "Int128");

    /// <summary>Writes a value as text.</summary>
    public static void Write(Utf8JsonWriter writer, UInt128 value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static UInt128 ReadUInt128(ref Utf8JsonReader reader) =>
        UInt128.TryParse(Text(ref reader, "UInt128"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw NotExpected(ref reader, "UInt128");

    /// <summary>Writes a value as text.</summary>
    public static void Write(Utf8JsonWriter writer, BigInteger value) => writer.WriteStringValue(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static BigInteger ReadBigInteger(ref Utf8JsonReader reader) =>
        BigInteger.TryParse(Text(ref reader, "BigInteger"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw NotExpected(ref reader, "BigInteger");

    /// <summary>Writes a value as text.</summary>
    public static void Write(Utf8JsonWriter writer, Half value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a value.</summary>
    public static Half ReadHalf(ref Utf8JsonReader reader) =>
        Half.TryParse(Text(ref reader, "Half"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw NotExpected(ref reader, "Half");

    /// <summary>Writes a value; an element that holds nothing is null.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Reads a value of its own memory.</summary>
    public static JsonElement ReadJsonElement(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    private static string Text(ref Utf8JsonReader reader, string type) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw NotExpected(ref reader, type);
}
