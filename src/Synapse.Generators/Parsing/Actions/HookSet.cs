using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>A class derived from <c>ActionHooks</c>: what a step set calls of an action.</summary>
internal static class HookSet
{
    /// <summary>Whether a type is one.</summary>
    public static bool Is(ITypeSymbol type, KnownTypes known) => known.ActionHooks is not null && type.TypeKind == TypeKind.Class && BasesOf(type).Skip(1).Any(b => KnownTypes.Is(b, known.ActionHooks));

    /// <summary>The hooks, in the order in which they are declared.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol set, KnownTypes known) => BasesOf(set)
        .TakeWhile(type => !KnownTypes.Is(type, known.ActionHooks))
        .Reverse()
        .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false } && (m.IsAbstract || m.IsVirtual));

    /// <summary>The hook sets that the steps of an action ask for, whether or not the action is right otherwise.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol action, Compilation compilation)
    {
        var known = KnownTypes.Of(compilation);
        return StepCollector.Sets(action, compilation)
            .SelectMany(used => used.Set.GetMembers().OfType<IMethodSymbol>())
            .SelectMany(m => m.Parameters)
            .Select(p => p.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => Is(type, known))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
