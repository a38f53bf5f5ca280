using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>
/// The bodies of a type that a run executes: all of an action's class or of a step set, and of other classes the
/// functions that are actions.
/// </summary>
internal sealed class ActionBodies
{
    private readonly INamedTypeSymbol type;
    private readonly Dictionary<IMethodSymbol, ISymbol> entries = new(SymbolEqualityComparer.Default);

    private ActionBodies(INamedTypeSymbol type, bool isWhole, Compilation compilation)
    {
        this.type = type;
        IsWhole = isWhole;
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method)
            {
                Add(method);
            }
        }

        foreach (var hook in isWhole ? Hooks(compilation) : [])
        {
            entries[hook] = hook;
        }
    }

    /// <summary>Whether the class itself is an action or a step set.</summary>
    public bool IsWhole { get; }

    public INamedTypeSymbol Type => type;

    /// <summary>The methods that generated code calls: steps, what they name, Execute, functions, hooks.</summary>
    public IEnumerable<IMethodSymbol> Entries => entries.Keys;

    /// <summary>Null for all types that a run does not execute; nothing is allocated for them.</summary>
    public static ActionBodies? Of(INamedTypeSymbol type, Compilation compilation)
    {
        if (IsMarked(type, orStepSet: true))
        {
            return new(type, isWhole: true, compilation);
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { IsStatic: true, MethodKind: MethodKind.Ordinary } && IsMarked(member, orStepSet: false))
            {
                return new(type, isWhole: false, compilation);
            }
        }

        return null;
    }

    public bool IsEntry(IMethodSymbol method) => entries.ContainsKey(method);

    /// <summary>Whether a run executes what stands in the member.</summary>
    public bool Has(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, type) &&
        (IsWhole ? !(member is IMethodSymbol { IsStatic: true, Name: "Main" }) : member is IMethodSymbol method && IsEntry(method));

    private static bool IsMarked(ISymbol symbol, bool orStepSet)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var name = attribute.AttributeClass?.Name;
            if (name is not null && (name.EndsWith("ActionAttribute", StringComparison.Ordinal) || orStepSet && name == "StepSetAttribute"))
            {
                return ActionKinds.Of(symbol).Count > 0 || orStepSet && StrayAttributes.IsSet((INamedTypeSymbol)symbol);
            }
        }

        return false;
    }

    private void Add(IMethodSymbol method)
    {
        if (Attributes.Find(method, "Synapse.StepAttribute") is { } step)
        {
            entries[method] = method;
            Name(step.Named<string>("Rollback"));
            Name(step.Named<string>("SkipWhen"));
        }
        else if (ActionKinds.Of(method).Count > 0 || IsWhole && method is { Name: "Execute" or "ExecuteAsync", MethodKind: MethodKind.Ordinary } && !StrayAttributes.IsSet(type))
        {
            entries[method] = method;
        }
    }

    private List<IMethodSymbol> Hooks(Compilation compilation) =>
        [.. HookSet.Of(type, compilation).SelectMany(set => HookSet.Methods(set, KnownTypes.Of(compilation))).SelectMany(hook => type.GetMembers(hook.Name)).OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public)];

    private void Name(string? named)
    {
        if (named is not null && type.GetMembers(named) is [IMethodSymbol { MethodKind: MethodKind.Ordinary } method])
        {
            entries[method] = method;
        }
    }
}
