using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>Types that have no exact JSON, each with the way out.</summary>
internal static class Refusals
{
    public static string? Reason(ITypeSymbol type, Compilation compilation) => type switch
    {
        { TypeKind: TypeKind.Error } => $"'{CodecNames.Title(type)}' is not known",
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => "'object' does not say what it holds; use a type with named members, or JsonElement",
        { TypeKind: TypeKind.Delegate } => $"'{CodecNames.Title(type)}' is a delegate, and code is not data",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true } => $"'{CodecNames.Title(type)}' lives in memory only",
        { TypeKind: TypeKind.TypeParameter } => $"'{type.Name}' is open; a step returns a closed type",
        { IsAnonymousType: true } => "an anonymous type has no name to restore it by; use a record",
        IArrayTypeSymbol { IsSZArray: false } => "arrays of several dimensions are not supported; use an array of arrays",
        INamedTypeSymbol named => OfNamed(named, compilation),
        _ => null,
    };

    private static string? OfNamed(INamedTypeSymbol type, Compilation compilation)
    {
        var title = CodecNames.Title(type);
        if (type is { ContainingNamespace.Name: "Synapse", Name: "Secret" })
        {
            return "a Secret is never journaled; read it from the params where it is needed";
        }

        if (type is { ContainingNamespace.Name: "Synapse", Name: "DurableList" })
        {
            return "a DurableList is a step's own output; inside a value use an array";
        }

        if (type.IsTupleType || Collections.Of(type) is not null)
        {
            return null;
        }

        if (type.Name is "IEnumerable" or "IAsyncEnumerable" && type.TypeKind == TypeKind.Interface)
        {
            return $"'{title}' is a recipe and not values; return an array, or IAsyncEnumerable<T> from the step itself";
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return $"'{title}' is an interface, which does not say what to restore; use the class";
        }

        if (type.IsFileLocal || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return $"'{title}' is not visible to generated code; make it internal or public";
        }

        return InBaseLibrary(type) ? OfBaseLibrary(type, title) : null;
    }

    private static string? OfBaseLibrary(INamedTypeSymbol type, string title)
    {
        if (Collections.IsCollection(type))
        {
            return type.TypeArguments.Length == 2
                ? $"'{title}' is no dictionary with string keys; convert the keys, or use an array of pairs"
                : $"'{title}' cannot be restored; use an array, a List<T>, an ImmutableArray<T> or a HashSet<T>";
        }

        return type.TypeKind == TypeKind.Enum ? null : $"'{title}' has no exact JSON; copy what you need of it into a record";
    }

    private static bool InBaseLibrary(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" && !type.Locations.Any(l => l.IsInSource);
    }
}
