using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing.Codecs;

/// <summary>A field or property that may hold part of an object's state.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsReadable">Generated code can read it.</param>
/// <param name="IsStored">It has memory of its own, so leaving it out would lose something.</param>
internal sealed record StateMember(ISymbol Symbol, ITypeSymbol Type, bool IsReadable, bool IsStored)
{
    public string Name => Symbol.Name;
}

/// <summary>The state of an object, bases first, as declared.</summary>
internal static class ObjectState
{
    public static IReadOnlyList<StateMember> Of(INamedTypeSymbol type)
    {
        var members = new List<StateMember>();
        var stored = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var level in Levels(type))
        {
            var declared = level.GetMembers();
            foreach (var field in declared.OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst))
            {
                stored.Add(field.AssociatedSymbol ?? field);
            }

            // Of a compiled type private fields are not seen, but that the compiler made the accessor.
            stored.UnionWith(declared.OfType<IPropertySymbol>().Where(p => p.DeclaringSyntaxReferences.IsEmpty && p.Name != "EqualityContract" && p.GetMethod?.GetAttributes().Any(a => a.AttributeClass?.Name == "CompilerGeneratedAttribute") == true));

            foreach (var member in declared.Where(m => !m.IsStatic))
            {
                Add(members, stored, member);
            }
        }

        return members;
    }

    private static void Add(List<StateMember> members, HashSet<ISymbol> stored, ISymbol member)
    {
        var state = member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property when !property.IsImplicitlyDeclared || stored.Contains(property) =>
                new StateMember(property, property.Type, IsVisible(getter) && IsVisible(property), stored.Contains(property)),
            IFieldSymbol { IsImplicitlyDeclared: false, AssociatedSymbol: null } field =>
                new StateMember(field, field.Type, IsVisible(field), IsStored: true),
            _ => null,
        };
        if (state is null || IsIgnored(member))
        {
            return;
        }

        // An override stands where the member was first declared.
        var hidden = members.FindIndex(m => m.Name == state.Name);
        if (hidden >= 0)
        {
            members[hidden] = state;
        }
        else
        {
            members.Add(state);
        }
    }

    private static Stack<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsIgnored(ISymbol member) =>
        member.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonIgnoreAttribute" && a.NamedArguments.All(n => n.Value.Value is 1));
}
