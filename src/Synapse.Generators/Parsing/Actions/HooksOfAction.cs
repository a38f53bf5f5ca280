using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Finds, for each hook that the steps of an action ask for, the action's method of that name.</summary>
internal sealed class HooksOfAction(ActionScope scope)
{
    private readonly List<INamedTypeSymbol> sets = [];

    /// <summary>The class that generated code makes for a set, which is asked for by a step.</summary>
    public string Ask(INamedTypeSymbol set)
    {
        var index = sets.FindIndex(s => SymbolEqualityComparer.Default.Equals(s, set));
        if (index < 0)
        {
            index = sets.Count;
            sets.Add(set);
        }

        return sets.FindIndex(s => s.Name == set.Name) == index ? set.Name : set.Name + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public EquatableArray<HooksModel> Parse(INamedTypeSymbol action)
    {
        var models = sets.ConvertAll(set => Parse(set, action)).ToEquatableArray();
        if (sets.Count > 0)
        {
            new HookChecks(scope, action, sets).Check();
        }

        return models;
    }

    private HooksModel Parse(INamedTypeSymbol set, INamedTypeSymbol action)
    {
        var narrowed = new Dictionary<ITypeSymbol, (IMethodSymbol By, ITypeSymbol To)>(SymbolEqualityComparer.Default);
        var hooks = new List<HookModel>();
        foreach (var hook in HookSet.Methods(set, scope.Known))
        {
            hooks.Add(new(
                hook.Name,
                hook.Parameters.Select(p => Names.Display(p.Type)).ToEquatableArray(),
                Given(hook),
                hook.IsAbstract,
                Method(action, hook) is { } method ? new HookCall(scope, hook, method, narrowed).Parse() : null));
        }

        return new(ActionScope.FullName(set), Ask(set), ActionScope.FullName(action), new Construction(scope).Arguments(action) ?? default, hooks.ToEquatableArray());
    }

    private IMethodSymbol? Method(INamedTypeSymbol action, IMethodSymbol hook)
    {
        var methods = action.GetMembers(hook.Name).OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary).ToList();
        var visible = methods.FindAll(m => m.DeclaredAccessibility == Accessibility.Public);
        if (visible.Count > 1)
        {
            scope.Verdict.Report(ActionRules.ExecuteCannotBeWired, Anchor.Name(visible[1]), hook.Name, "there are two methods of that name, so it is not clear which one is called. Keep one.");
        }
        else if (visible.Count == 0 && hook.IsAbstract)
        {
            var way = methods.Count > 0 ? "The one it has is not public: make it public." : "Add it, or write ExecuteAsync, or steps of your own.";
            scope.Verdict.Report(ActionRules.RequiredHookMissing, methods.Count > 0 ? Anchor.Name(methods[0]) : Anchor.Name(action), HookChecks.Adding(hook), action.Name, hook.Name, way);
        }

        return visible.Count == 0 ? null : visible[0];
    }

    private string? Given(IMethodSymbol hook)
    {
        var returns = Returns.Of(hook, scope.Known);
        return returns.Value is null ? null : returns.IsRows ? Names.Display(hook.ReturnType) : Names.Display(returns.Value);
    }
}
