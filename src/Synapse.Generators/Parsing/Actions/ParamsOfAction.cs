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

    public INamedTypeSymbol? Type { get; private set; }

    public static bool IsParams(ITypeSymbol type) => Attributes.Find(type, "Synapse.ParamsAttribute") is not null;

    public void Ask(INamedTypeSymbol type, Anchor at)
    {
        if (Type is null || DerivesFrom(type, Type))
        {
            Type = type;
        }
        else if (!DerivesFrom(Type, type) && !isReported)
        {
            isReported = true;
            verdict.Report(ActionRules.TwoParamsTypes, at, action.Name, Type.Name, type.Name);
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
