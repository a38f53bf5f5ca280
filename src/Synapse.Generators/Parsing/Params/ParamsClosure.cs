using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Params;

/// <summary>The params types inside a params type, at any depth.</summary>
internal static class ParamsClosure
{
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var found = new List<INamedTypeSymbol>();
        VisitProperties(type, seen, found);
        return found;
    }

    private static void VisitProperties(INamedTypeSymbol type, HashSet<ISymbol> seen, List<INamedTypeSymbol> found)
    {
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }))
            {
                Visit(property.Type, seen, found);
            }
        }
    }

    private static void Visit(ITypeSymbol type, HashSet<ISymbol> seen, List<INamedTypeSymbol> found)
    {
        if (type is IArrayTypeSymbol array)
        {
            Visit(array.ElementType, seen, found);
        }
        else if (type is INamedTypeSymbol named && seen.Add(named))
        {
            foreach (var argument in named.TypeArguments)
            {
                Visit(argument, seen, found);
            }

            if (ParamValues.IsParams(named))
            {
                found.Add(named);
                VisitProperties(named, seen, found);
            }
        }
    }
}
