using Microsoft.CodeAnalysis;
using Synapse.Generators.Model.Params;

namespace Synapse.Generators.Parsing.Params;

/// <summary>The scalar types of params.</summary>
internal static class ParamScalars
{
    private const string Number = "writer.WriteNumberValue({0});";
    private const string Text = "writer.WriteStringValue({0});";

    private static readonly Scalar Integer = new("Integer", "integer", "integer", string.Empty, Number, ScalarKind.Integer);

    public static Scalar? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => Integer with { Method = "Int32" },
        SpecialType.System_Int64 => Integer with { Method = "Int64" },
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 => Integer,
        SpecialType.System_Double => new("Double", "number", "number", string.Empty, "global::Synapse.Journaling.JournalJson.Write(writer, {0});", ScalarKind.Floating),
        SpecialType.System_Single => new("Single", "number", "number", string.Empty, "global::Synapse.Journaling.JournalJson.Write(writer, {0});", ScalarKind.Floating),
        SpecialType.System_Decimal => new("Decimal", "number", "number", string.Empty, Number, ScalarKind.Decimal),
        SpecialType.System_Boolean => new("Boolean", "true or false", "boolean", string.Empty, "writer.WriteBooleanValue({0});", ScalarKind.Switch),
        SpecialType.System_String => new("String", "text", "string", string.Empty, Text, ScalarKind.Text),
        SpecialType.System_Char => new("Char", "one character", "string", string.Empty, "writer.WriteStringValue({0}.ToString());", ScalarKind.Other),
        SpecialType.System_DateTime => new("DateTime", "date and time", "string", "date-time", Text, ScalarKind.Other),
        _ => Named(type),
    };

    private static Scalar? Named(ITypeSymbol type) => (type.ContainingNamespace?.ToDisplayString(), type.Name) switch
    {
        ("System", "DateTimeOffset") => new("DateTimeOffset", "date and time", "string", "date-time", Text, ScalarKind.Other),
        ("System", "DateOnly") => new("DateOnly", "date such as 2026-01-31", "string", "date", "writer.WriteStringValue({0}.ToString(\"O\", global::System.Globalization.CultureInfo.InvariantCulture));", ScalarKind.Other),
        ("System", "TimeOnly") => new("TimeOnly", "time such as 13:45", "string", "time", "writer.WriteStringValue({0}.ToString(\"HH:mm:ss.FFFFFFF\", global::System.Globalization.CultureInfo.InvariantCulture));", ScalarKind.Other),
        ("System", "TimeSpan") => new("TimeSpan", "duration such as PT1H30M, 01:30:00 or seconds", "string", "duration", "writer.WriteStringValue({0}.ToString(\"c\", global::System.Globalization.CultureInfo.InvariantCulture));", ScalarKind.Other),
        ("System", "Guid") => new("Guid", "UUID", "string", "uuid", Text, ScalarKind.Other),
        ("System", "Uri") => new("Uri", "URI", "string", "uri-reference", "writer.WriteStringValue({0}.OriginalString);", ScalarKind.Other),
        ("System.Text.Json", "JsonElement") => new("JsonElement", "any JSON", string.Empty, string.Empty, "global::Synapse.Journaling.JournalJson.Write(writer, {0});", ScalarKind.Json),
        ("Synapse", "Secret") => new("Secret", "secret given as env:NAME, file:PATH or -", "string", "password", "writer.WriteStringValue({0}.Reference);", ScalarKind.Secret),
        _ => null,
    };
}
