using Microsoft.CodeAnalysis;
using Synapse.Generators.Model.Codecs;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>A collection type that can be filled again.</summary>
/// <param name="Form">How it is filled.</param>
/// <param name="Construction">For a mutable one the type arguments follow this C#; for others it is called on the list.</param>
/// <param name="IsDictionary">Keys are strings.</param>
internal readonly record struct Collection(CollectionForm Form, string Construction, bool IsDictionary);

/// <summary>The collection types that are known, interfaces of the base library included: what comes back is a list or dictionary.</summary>
internal static class Collections
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    public static Collection? Of(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString();
        return (space, type.Name, type.TypeArguments.Length) switch
        {
            (Generic, "List" or "IList" or "ICollection" or "IReadOnlyCollection" or "IReadOnlyList", 1) => new(CollectionForm.Mutable, "global::System.Collections.Generic.List", false),
            (Generic, "HashSet" or "ISet" or "IReadOnlySet", 1) => new(CollectionForm.Mutable, "global::System.Collections.Generic.HashSet", false),
            (Generic, "SortedSet", 1) => new(CollectionForm.Mutable, "global::System.Collections.Generic.SortedSet", false),
            (Generic, "Dictionary" or "IDictionary" or "IReadOnlyDictionary", 2) when HasTextKey(type) => new(CollectionForm.Mutable, "global::System.Collections.Generic.Dictionary", true),
            (Generic, "SortedDictionary", 2) when HasTextKey(type) => new(CollectionForm.Mutable, "global::System.Collections.Generic.SortedDictionary", true),
            (Immutable, "ImmutableArray", 1) => new(CollectionForm.FromList, ".ToImmutableArray()", false),
            (Immutable, "ImmutableList" or "IImmutableList", 1) => new(CollectionForm.FromList, ".ToImmutableList()", false),
            (Immutable, "ImmutableHashSet" or "IImmutableSet", 1) => new(CollectionForm.FromList, ".ToImmutableHashSet()", false),
            (Immutable, "ImmutableDictionary" or "IImmutableDictionary", 2) when HasTextKey(type) => new(CollectionForm.FromList, ".ToImmutableDictionary()", true),
            _ => null,
        };
    }

    /// <summary>Any other collection: to write its properties would lose its items.</summary>
    public static bool IsCollection(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        || type.SpecialType == SpecialType.System_Collections_IEnumerable;

    private static bool HasTextKey(INamedTypeSymbol type) => type.TypeArguments[0].SpecialType == SpecialType.System_String;
}
