using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Params;

/// <summary>Params types that contain themselves: legal, but their descriptors must not wait for each other.</summary>
internal static class ParamsCycles
{
    public static bool LeadsTo(INamedTypeSymbol from, INamedTypeSymbol to) =>
        Visit(from, to, new(SymbolEqualityComparer.Default));

    private static bool Visit(ITypeSymbol type, INamedTypeSymbol to, HashSet<ISymbol> seen)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Visit(array.ElementType, to, seen);
        }

        if (type is not INamedTypeSymbol named || !seen.Add(named))
        {
            return false;
        }

        if (SymbolEqualityComparer.Default.Equals(named, to))
        {
            return true;
        }

        return named.TypeArguments.Any(a => Visit(a, to, seen))
            || (ParamValues.IsParams(named) && Properties(named).Any(p => Visit(p.Type, to, seen)));
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>())
            {
                yield return property;
            }
        }
    }
}
