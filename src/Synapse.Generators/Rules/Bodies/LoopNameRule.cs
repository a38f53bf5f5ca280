using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Synapse.Generators.Parsing;
using Synapse.Rules;

namespace Synapse.Generators.Rules.Bodies;

/// <summary>SYN2017: loops that can run in one attempt of a step have names of their own; the runtime refuses the second of a name.</summary>
internal sealed class LoopNameRule(BodySymbols known)
{
    public void Check(OperationBlockAnalysisContext context)
    {
        var loops = context.OperationBlocks.SelectMany(b => b.DescendantsAndSelf()).OfType<IInvocationOperation>()
            .Where(c => known.IsLoop(c.TargetMethod))
            .Select(c => (Call: c, Name: NameOf(c)))
            .Where(l => l.Name is not null)
            .ToList();
        if (loops.Count == 0)
        {
            return;
        }

        foreach (var (call, name) in loops.Where(l => IsItemBody(l.Call)))
        {
            Report(context, call, name!, "This loop runs once for each item of another, and each time it");
        }

        // What stands in other lambdas runs who knows when.
        var direct = loops.Where(l => Operations.Function(l.Call, context.OwningSymbol) is { MethodKind: not (MethodKind.LambdaMethod or MethodKind.LocalFunction) }).ToList();
        if (direct.Count < 2 && direct.All(l => !IsRepeated(l.Call)))
        {
            return;
        }

        var flow = new BodyFlow(context, direct.Select(l => l.Call));
        for (var i = 0; i < direct.Count; i++)
        {
            if (IsRepeated(direct[i].Call) && flow.Leads(direct[i].Call, direct[i].Call))
            {
                Report(context, direct[i].Call, direct[i].Name!, "This loop may run more than once in its step, and each time it");
            }
            else if (direct.Take(i).Any(earlier => earlier.Name == direct[i].Name && (flow.Leads(earlier.Call, direct[i].Call) || flow.Leads(direct[i].Call, earlier.Call))))
            {
                Report(context, direct[i].Call, direct[i].Name!, "This loop, like one before it,", loops.Select(l => l.Name!));
            }
        }
    }

    private static void Report(OperationBlockAnalysisContext context, IInvocationOperation call, string name, string what, IEnumerable<string>? taken = null) =>
        context.ReportDiagnostic(Diagnostic.Create(
            StepRules.LoopsShareName,
            Operations.NameOf(call),
            taken is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Suggestion, Free(call, new(taken, StringComparer.Ordinal))),
            what,
            name));

    // What it walks over is the best name to be had. A loop that runs again and again needs one of its own each time.
    private static string Free(IInvocationOperation call, HashSet<string> taken)
    {
        var items = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "items")?.Value;
        var name = items is null ? null : Operations.Unconverted(items) switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => null,
        };
        name = name is null ? null : Naming.Repaired(name);
        return name is not null && !taken.Contains(name) ? name : Naming.Free(name ?? "loop", taken.Contains);
    }

    /// <summary>The name that the loop has in the journal, or null when only a run knows.</summary>
    private string? NameOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == "name")
            {
                return argument.Value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
            }

            if (argument.Parameter?.Name == "options")
            {
                return Operations.Unconverted(argument.Value) is IObjectCreationOperation creation && BodySymbols.Is(creation.Type, known.LoopOptions) ? NameIn(creation) : null;
            }
        }

        return null;
    }

    private static string? NameIn(IObjectCreationOperation options)
    {
        var set = options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: "Name" });
        return set is null ? string.Empty : set.Value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
    }

    private bool IsItemBody(IInvocationOperation call)
    {
        for (var current = call.Parent; current is not null; current = current.Parent)
        {
            if (current is IArgumentOperation { Parameter.Name: "body", Parent: IInvocationOperation outer } && known.IsLoop(outer.TargetMethod))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRepeated(IOperation call)
    {
        for (var current = call.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }
}
