using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>Whether null is a value of a type, alike for references and values.</summary>
internal static class Nullability
{
    /// <summary>Code without nullable annotations promises nothing, so its references may be null.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        IsNullableValue(type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type without its question mark.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type) =>
        IsNullableValue(type)
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type.WithNullableAnnotation(type.IsReferenceType ? NullableAnnotation.NotAnnotated : type.NullableAnnotation);
}
