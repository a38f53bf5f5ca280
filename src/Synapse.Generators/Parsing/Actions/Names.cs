using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Types as messages and generated code write them.</summary>
internal static class Names
{
    /// <summary>For people: <c>DurableList&lt;DataFile&gt;?</c>.</summary>
    public static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Whether the compiler itself does not know the type, or one of those that it is made of.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };
}
