using System.Threading;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Finds the steps of an action: those of its sets, then its own in source order.</summary>
internal static class StepCollector
{
    private const string StepAttribute = "Synapse.StepAttribute";

    /// <summary>What the attributes of steps mean to this generator.</summary>
    private const int Contract = 1;

    public static StepList Collect(ActionScope scope, INamedTypeSymbol action)
    {
        var steps = new List<StepSource>();
        var isCertain = true;
        foreach (var (set, uses) in Sets(action, scope.Compilation))
        {
            isCertain &= AddSet(steps, scope, action, set, uses);
        }

        isCertain &= AddOwn(steps, action, scope.Verdict, scope.Cancellation);
        CheckNames(steps, scope.Verdict);
        return new(steps, isCertain);
    }

    /// <summary>
    /// The sets of an action, each with the attribute that pulls it in. One that has no body of its own has the standard set
    /// of its kind, where there is one: its public methods are the hooks of that.
    /// </summary>
    public static List<(INamedTypeSymbol Set, AttributeData Uses)> Sets(INamedTypeSymbol action, Compilation compilation)
    {
        var sets = new List<(INamedTypeSymbol, AttributeData)>();
        foreach (var attribute in action.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "UseStepsAttribute", TypeArguments: [INamedTypeSymbol set] })
            {
                sets.Add((set, attribute));
            }
        }

        if (sets.Count == 0 && ActionKinds.Of(action) is [({ StandardSetMetadataName: { } name }, var kind), ..] &&
            ActionChecks.ExecuteMethods(action).Count == 0 && Declared(action, action, uses: null).Count == 0 && compilation.GetTypeByMetadataName(name) is { } standard)
        {
            sets.Add((standard, kind));
        }

        return sets;
    }

    private static bool AddSet(List<StepSource> steps, ActionScope scope, INamedTypeSymbol action, INamedTypeSymbol set, AttributeData uses)
    {
        var verdict = scope.Verdict;
        if (Names.IsUnknown(set))
        {
            verdict.Spoil();
            return false;
        }

        var at = Anchor.Attribute(action, uses);
        if (StrayAttributes.HasStraySteps(set) && !set.DeclaringSyntaxReferences.IsEmpty)
        {
            // Said at the set itself.
            verdict.Spoil();
            return false;
        }

        if (!StrayAttributes.IsSet(set))
        {
            verdict.Report(StepRules.AnchorIsNoStep, at, "UseSteps", set.Name, action.Name, $"Mark '{set.Name}' [StepSet], or name a class that is.");
            return false;
        }

        if (Attributes.Find(set, "Synapse.StepSetAttribute") is { ConstructorArguments: [{ Value: int contract and not Contract }] })
        {
            verdict.Report(StepRules.StepSetOfOtherContract, at, set.Name, Text(contract), Text(Contract), set.ContainingAssembly.Name);
            return false;
        }

        if (new Construction(scope).SetProblem(set) is { } problem)
        {
            verdict.Report(ActionRules.ActionCannotBeConstructed, at, set.Name, problem);
        }

        var except = uses.NamedArray("Except");
        var declared = Declared(set, action, uses);
        foreach (var name in except.Where(name => declared.All(s => s.Method.Name != name)))
        {
            verdict.Report(StepRules.AnchorIsNoStep, at, StepOrder.Choices(name, declared), "Except", name, set.Name, StepOrder.Known(declared));
        }

        foreach (var step in declared)
        {
            if (step.Method.DeclaredAccessibility is not Accessibility.Public)
            {
                // Said at the set itself; of a compiled one, which no longer can be, it is no step.
                if (!step.Method.DeclaringSyntaxReferences.IsEmpty)
                {
                    verdict.Spoil();
                }
            }
            else if (!except.Contains(step.Method.Name))
            {
                steps.Add(step);
            }
        }

        return true;
    }

    private static bool AddOwn(List<StepSource> steps, INamedTypeSymbol action, Verdict verdict, CancellationToken cancellation)
    {
        var isCertain = true;
        var own = Declared(action, action, uses: null);
        var home = own.FirstOrDefault()?.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent;
        foreach (var step in own)
        {
            if (home is not null && step.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent is { } part && part != home)
            {
                verdict.Report(StepRules.StepsInTwoParts, Anchor.Name(step.Method), action.Name, step.Method.Name);
            }

            var replaced = step.Replace ? steps.FindIndex(s => s.Uses is not null && s.Name == step.Name) : -1;
            if (replaced >= 0)
            {
                steps[replaced] = step;
            }
            else if (step.Replace)
            {
                verdict.Report(StepRules.AnchorIsNoStep, step.AtSetting("Replace"), "Replace", step.Name, action.Name, "No step set of this action brings a step of that name.");
                steps.Add(step);
                isCertain = false;
            }
            else
            {
                steps.Add(step);
            }
        }

        return isCertain;
    }

    private static List<StepSource> Declared(INamedTypeSymbol type, INamedTypeSymbol action, AttributeData? uses)
    {
        var found = new List<StepSource>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && Attributes.Find(method, StepAttribute) is { } attribute)
            {
                found.Add(new(method, attribute, type, action, uses));
            }
        }

        return found;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void CheckNames(List<StepSource> steps, Verdict verdict)
    {
        var taken = new Dictionary<string, StepSource>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (!Naming.IsStepName(step.Name))
            {
                verdict.ReportWithSuggestion(StepRules.BadStepName, step.Attribute.Has("Name") ? step.AtSetting("Name") : step.At(Anchor.Name(step.Method)), Naming.Repaired(step.Name), step.Name);
            }

            if (taken.TryGetValue(step.Name, out var first))
            {
                verdict.ReportWithSuggestion(
                    StepRules.DuplicateStepName,
                    step.Attribute.Has("Name") ? step.AtSetting("Name") : step.At(Anchor.Name(step.Method)),
                    Naming.Free(step.Name, name => steps.Exists(s => s.Name == name)),
                    step.Name,
                    first.Display);
            }
            else
            {
                taken.Add(step.Name, step);
            }

            if (!(step.Weight > 0) || double.IsInfinity(step.Weight))
            {
                verdict.Report(StepRules.StepWeightNotPositive, step.AtSetting("Weight"), step.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture), step.Name);
            }

            StepPolicyCheck.Report(step, verdict);
        }
    }
}
