using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>
/// Which params type an action has: its methods may ask for the type or any base of it, so the most derived one asked
/// for is the action's.
/// </summary>
internal sealed class ParamsOfAction(ISymbol action, Verdict verdict)
{
    private bool isReported;
    private Anchor asked;

    public INamedTypeSymbol? Type { get; private set; }

    public static bool IsParams(ITypeSymbol type) => Attributes.Find(type, "Synapse.ParamsAttribute") is not null;

    public void Ask(INamedTypeSymbol type, Anchor at)
    {
        if (Type is null || DerivesFrom(type, Type))
        {
            Type = type;
            asked = at;
        }
        else if (!DerivesFrom(Type, type) && !isReported)
        {
            isReported = true;
            verdict.Report(ActionRules.TwoParamsTypes, at, action.Name, Type.Name, type.Name);
        }
    }

    /// <summary>What must hold of the type that is the action's in the end.</summary>
    public void Check()
    {
        var problem = Type is null ? null
            : Type.IsAbstract ? $"it is abstract. Let one method of '{action.Name}' ask for a type that derives from it."
            : Construction.Visibility(Type);
        if (problem is not null)
        {
            verdict.Report(ParamsRules.NotParams, asked, Type!.Name, problem);
        }
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
