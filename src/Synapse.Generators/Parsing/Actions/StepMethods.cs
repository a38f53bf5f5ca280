using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>The methods that a step names: its rollback, and the one that decides to skip it.</summary>
internal sealed class StepMethods(ActionScope scope)
{
    public IMethodSymbol? Rollback(StepSource step)
    {
        if (step.Rollback is not { } name || Find(step, "Rollback", name) is not { } method)
        {
            return null;
        }

        var returns = Returns.Of(method, scope.Known);
        if (returns.Value is { } value)
        {
            Unfit(step, "Rollback", name, value, $"it returns '{Names.Display(method.ReturnType)}'. It must return void, Task or ValueTask.");
        }

        return method;
    }

    public IMethodSymbol? SkipWhen(StepSource step)
    {
        if (step.SkipWhen is not { } name || Find(step, "SkipWhen", name) is not { } method)
        {
            return null;
        }

        var returns = Returns.Of(method, scope.Known);
        if (returns is not { Value.SpecialType: SpecialType.System_String, IsRows: false })
        {
            Unfit(step, "SkipWhen", name, returns.Value, $"it returns '{Names.Display(method.ReturnType)}'. It must return string?, Task<string?> or ValueTask<string?>: null runs the step, a text is the reason to skip it.");
        }

        return method;
    }

    private IMethodSymbol? Find(StepSource step, string setting, string name)
    {
        var methods = Declared(step.Owner, name);
        if (methods is [var method])
        {
            if (Problem(step, method) is { } problem)
            {
                Unfit(step, setting, name, problem);
            }

            return method;
        }

        Unfit(step, setting, name, methods.Count == 0
            ? $"'{step.Owner.Name}' has no method of that name. Add it, or name another with nameof."
            : $"'{step.Owner.Name}' has {methods.Count} methods of that name. Rename all but one.");
        return null;
    }

    // nameof finds inherited methods as well; the nearest class that has the name counts.
    private static List<IMethodSymbol> Declared(INamedTypeSymbol owner, string name)
    {
        for (INamedTypeSymbol? type = owner; type is not null; type = type.BaseType)
        {
            var methods = type.GetMembers(name).OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary).ToList();
            if (methods.Count > 0)
            {
                return methods;
            }
        }

        return [];
    }

    private string? Problem(StepSource step, IMethodSymbol method) =>
        method.IsGenericMethod ? "it has type parameters. Remove them."
        : method is { IsAsync: true, ReturnsVoid: true } ? "it is async void: the run could neither wait for it nor see it fail. Return Task."
        : !scope.Compilation.IsSymbolAccessibleWithin(method, (INamedTypeSymbol)scope.Action) ? $"it is {(method.DeclaredAccessibility == Accessibility.Private ? "private" : "not visible")}, so generated code of '{scope.Action.Name}' cannot call it. Make it {(step.Uses is null ? "protected or internal" : "public")}."
        : null;

    private void Unfit(StepSource step, string setting, string name, ITypeSymbol? returned, string reason)
    {
        if (returned is not null && Names.IsUnknown(returned))
        {
            scope.Verdict.Spoil();
            return;
        }

        Unfit(step, setting, name, reason);
    }

    private void Unfit(StepSource step, string setting, string name, string reason) =>
        scope.Verdict.Report(StepRules.StepMethodMissing, step.AtSetting(setting), setting, name, step.Method.Name, reason);
}
