using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Attributes of steps where nothing reads them. Each is judged by the class that it stands in, whoever uses that.</summary>
internal static class StrayAttributes
{
    public static bool IsSet(INamedTypeSymbol type) => Attributes.Find(type, "Synapse.StepSetAttribute") is not null;

    /// <summary>Whether a class has steps that nothing can ever run: neither an action nor a set, and steps are not inherited.</summary>
    public static bool HasStraySteps(INamedTypeSymbol type) => !IsSet(type) && ActionKinds.Of(type).Count == 0 && Steps(type).Any();

    /// <summary>
    /// Judges a type that is no action. Of a step set this is where that is said which its assembly no longer shows: who
    /// uses it compiled sees no methods that are not public, and not what is asynchronous.
    /// </summary>
    public static void Check(INamedTypeSymbol type, Verdict verdict)
    {
        foreach (var step in IsSet(type) ? type.GetMembers().OfType<IMethodSymbol>().Where(IsStep) : [])
        {
            if (step.DeclaredAccessibility != Accessibility.Public)
            {
                verdict.Report(StepRules.AttributeHasNoEffect, Anchor.Name(step), "Step", step.Name, "steps of a set are public methods. Make it public.");
            }

            if (step is { IsAsync: true, ReturnsVoid: true })
            {
                verdict.Report(StepRules.StepIsAsyncVoid, Anchor.Name(step), step.Name);
            }
        }

        if (HasStraySteps(type))
        {
            verdict.Report(StepRules.AttributeHasNoEffect, Anchor.Name(type), "Step", type.Name, "the type is neither an action nor a step set, and steps are not inherited. Mark it [StepSet], or with the attribute of an action.");
        }
        else if (type.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "UseStepsAttribute", TypeArguments.Length: 1 }) is { } uses)
        {
            var reason = IsSet(type) ? "a step set cannot pull in another. Put both on the action." : "only an action pulls in steps. Mark the class with the attribute of one.";
            verdict.Report(StepRules.AttributeHasNoEffect, Anchor.Attribute(type, uses), "UseSteps", type.Name, reason);
        }

        From(type, verdict);
    }

    /// <summary>Judges <c>[From]</c> on methods of a type that generated code never calls.</summary>
    public static void From(INamedTypeSymbol type, Verdict verdict)
    {
        var named = new HashSet<string?>(Steps(type).SelectMany(s => new[] { s.Named<string>("Rollback"), s.Named<string>("SkipWhen") }), StringComparer.Ordinal);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            // Steps of a derived class may name a method as well, unless they cannot see it.
            var isHidden = type.IsSealed || type.IsStatic || type.IsValueType || method.DeclaredAccessibility == Accessibility.Private;
            if (isHidden && !IsStep(method) && !named.Contains(method.Name) && ActionKinds.Of(method).Count == 0)
            {
                From(method, verdict, "the method is no step, and no step names it as Rollback or SkipWhen. Remove the attribute.");
            }
        }
    }

    /// <summary>Judges <c>[From]</c> on the parameters of one method.</summary>
    public static void From(IMethodSymbol method, Verdict verdict, string reason)
    {
        foreach (var parameter in method.Parameters)
        {
            if (Attributes.Find(parameter, "Synapse.FromAttribute") is { } from)
            {
                verdict.Report(StepRules.AttributeHasNoEffect, Anchor.Attribute(parameter, from), "From", method.Name, reason);
            }
        }
    }

    private static bool IsStep(IMethodSymbol method) => Attributes.Find(method, "Synapse.StepAttribute") is not null;

    private static IEnumerable<AttributeData> Steps(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Select(m => Attributes.Find(m, "Synapse.StepAttribute")).OfType<AttributeData>();
}
