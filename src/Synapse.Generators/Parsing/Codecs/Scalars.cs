using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>The types that <c>JournalJson</c> writes and reads by itself.</summary>
internal static class Scalars
{
    /// <summary>Suffix of the reading method, or null.</summary>
    public static string? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Byte => "Byte",
        SpecialType.System_SByte => "SByte",
        SpecialType.System_Int16 => "Int16",
        SpecialType.System_UInt16 => "UInt16",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_UInt32 => "UInt32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_UInt64 => "UInt64",
        SpecialType.System_Single => "Single",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        SpecialType.System_Char => "Char",
        SpecialType.System_String => "String",
        SpecialType.System_DateTime => "DateTime",
        _ => type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } ? "Bytes" : Named(type),
    };

    private static string? Named(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingType: null, IsGenericType: false }
            ? (type.ContainingNamespace.ToDisplayString(), type.Name) switch
            {
                ("System", "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Half" or "Int128" or "UInt128" or "Version") => type.Name,
                ("System.Numerics", "BigInteger") => type.Name,
                ("System.Text.Json", "JsonElement") => type.Name,
                _ => null,
            }
            : null;
}
