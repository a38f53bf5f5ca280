using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>
/// SYN6002: assignments to statics of the author's own. What is filled once and only when it is empty is a cache, which a
/// crash does no harm to.
/// </summary>
internal static class StaticRule
{
    public static void Check(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IFieldSymbol or IPropertySymbol)
        {
            return;
        }

        var target = context.Operation switch
        {
            IDeconstructionAssignmentOperation several => several.Target,
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        };
        foreach (var part in target is ITupleOperation tuple ? tuple.Elements : target is null ? [] : [target])
        {
            if (Static(part) is { } member && !IsCache(context.Operation, member))
            {
                context.ReportDiagnostic(Diagnostic.Create(DurabilityRules.StaticAssigned, part.Syntax.GetLocation(), member.Name));
            }
        }
    }

    private static ISymbol? Static(IOperation? target) =>
        target is IFieldReferenceOperation or IPropertyReferenceOperation && ((IMemberReferenceOperation)target).Member is { IsStatic: true, DeclaringSyntaxReferences.IsEmpty: false } member ? member : null;

    private static bool IsCache(IOperation assignment, ISymbol member)
    {
        for (var current = assignment; current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation condition && current != condition.Condition &&
                condition.Condition.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Any(m => SymbolEqualityComparer.Default.Equals(m.Member, member)))
            {
                return true;
            }

            if (parent is ICoalesceOperation coalesce && coalesce.Value is IMemberReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Member, member))
            {
                return true;
            }
        }

        return false;
    }
}
