using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;
using Synapse.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What must hold of an action whose public methods are called as hooks.</summary>
internal sealed class HookChecks(ActionScope scope, INamedTypeSymbol action, List<INamedTypeSymbol> sets)
{
    private const string PreAnnotation = "Synapse.Actions.AddTaskDataHooks";

    private readonly List<string> hooks = [.. sets.SelectMany(set => HookSet.Methods(set, scope.Known)).Select(hook => hook.Name)];

    /// <summary>What the fix has to know that adds a hook.</summary>
    public static ImmutableDictionary<string, string?> Adding(IMethodSymbol hook) => Adding($"{PartialTypes.MetadataName(hook.ContainingType)}.{hook.Name}");

    public void Check()
    {
        if (sets.Exists(set => Attributes.IsNamed(set, PreAnnotation)))
        {
            CheckConversion();
        }

        foreach (var method in action.GetMembers().OfType<IMethodSymbol>().Where(IsOpen))
        {
            CheckMethod(method);
        }
    }

    // A method that is named like a hook and not public is never called either.
    private void CheckMethod(IMethodSymbol method)
    {
        if (hooks.Contains(method.Name))
        {
            if (method.DeclaredAccessibility != Accessibility.Public && !action.GetMembers(method.Name).Any(m => m.DeclaredAccessibility == Accessibility.Public) && !IsRequired(method.Name))
            {
                scope.Verdict.Report(ActionRules.PublicMethodIsNoHook, Anchor.Name(method), method.Name, "a hook is public. Make it public, or rename it.");
            }
        }
        else if (method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic)
        {
            var free = hooks.Where(hook => action.GetMembers(hook).IsEmpty).ToList();
            var meant = EditDistance.Closest(method.Name, free, hook => hook);
            var way = meant is null ? $"the hooks are {string.Join(", ", hooks)}. Rename it to one of them, or make it private." : $"did you mean '{meant}'? Rename it, or make it private.";
            var properties = meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Suggestion, meant);
            scope.Verdict.Report(ActionRules.PublicMethodIsNoHook, Anchor.Name(method), properties, method.Name, way);
        }
    }

    private void CheckConversion()
    {
        var (file, setup, answer) = (Has("ConvertDataFromFile"), Has("SetupInferenceParams"), Has("ConvertDataFromInference"));
        if (setup && !answer)
        {
            Lacks("asks a model with SetupInferenceParams, but has no ConvertDataFromInference for the answer. Add it.", "ConvertDataFromInference");
        }
        else if (answer && !setup)
        {
            Lacks("has ConvertDataFromInference for a model's answer, but no SetupInferenceParams that says what the model is asked. Add it.", "SetupInferenceParams");
        }
        else if (!file && !answer)
        {
            Lacks(
                "can make annotations neither out of a file nor out of a model's answer. Add ConvertDataFromFile, or SetupInferenceParams and ConvertDataFromInference.",
                "ConvertDataFromFile",
                "SetupInferenceParams ConvertDataFromInference");
        }
    }

    private void Lacks(string problem, params string[] offers) => scope.Verdict.Report(
        ActionRules.PreAnnotationLacksConversion,
        Anchor.Name(action),
        Adding(string.Join("\n", offers.Select(offer => string.Join(" ", offer.Split(' ').Select(hook => $"{PreAnnotation}.{hook}"))))),
        action.Name,
        problem);

    private static ImmutableDictionary<string, string?> Adding(string hooks) => ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Hooks, hooks);

    private bool Has(string hook) => action.GetMembers(hook).OfType<IMethodSymbol>().Any(m => m.DeclaredAccessibility == Accessibility.Public);

    private bool IsRequired(string hook) => sets.SelectMany(set => HookSet.Methods(set, scope.Known)).Any(m => m.Name == hook && m.IsAbstract);

    /// <summary>Whether nothing else gives the method a meaning: it is no step, no step names it, and it implements and overrides nothing.</summary>
    private bool IsOpen(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsOverride: false, IsImplicitlyDeclared: false, Name: not ("Execute" or "ExecuteAsync") } &&
        Attributes.Find(method, "Synapse.StepAttribute") is null &&
        !Named.Contains(method.Name) &&
        !action.AllInterfaces.SelectMany(i => i.GetMembers()).Any(m => SymbolEqualityComparer.Default.Equals(action.FindImplementationForInterfaceMember(m), method));

    private HashSet<string?> Named { get; } = new(
        action.GetMembers().Select(m => Attributes.Find(m, "Synapse.StepAttribute")).OfType<AttributeData>()
            .SelectMany(s => new[] { s.Named<string>("Rollback"), s.Named<string>("SkipWhen") }),
        StringComparer.Ordinal);
}
