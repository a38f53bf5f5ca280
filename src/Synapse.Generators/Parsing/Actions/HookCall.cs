using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>
/// Wires one hook to the action's method of its name. A hook that returns a type settles what later ones get of it: once
/// results are listed as assignments, the others may ask for assignments.
/// </summary>
/// <param name="scope">The action's parse.</param>
/// <param name="hook">The hook.</param>
/// <param name="method">The action's method.</param>
/// <param name="narrowed">For types that the hooks hand on: which method settled what they really are.</param>
internal sealed class HookCall(
    ActionScope scope, IMethodSymbol hook, IMethodSymbol method, Dictionary<ITypeSymbol, (IMethodSymbol By, ITypeSymbol To)> narrowed)
{
    private bool isWired = true;

    public HookCallModel? Parse()
    {
        if (method.IsGenericMethod)
        {
            Refuse(Anchor.Name(method), "it has type parameters. Remove them.");
            return null;
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            Refuse(Anchor.Name(method), "it is async void: the run could neither wait for it nor see it fail. Return Task.");
        }

        var arguments = method.Parameters.Select(Argument).ToEquatableArray();
        var form = Form();
        if (!isWired)
        {
            return null;
        }

        var parameters = string.Join(", ", hook.Parameters.Select(p => $"{ActionScope.FullName(p.Type)} {PartialTypes.Escape(p.Name)}"));
        var type = ActionScope.FullName(hook.ReturnType).Replace("global::System.Threading.Tasks.", string.Empty);
        return new($"{(hook.ReturnsVoid ? "void" : type)} {PartialTypes.Escape(hook.Name)}({parameters})", type, form, method.IsStatic, PartialTypes.Escape(method.Name), arguments);
    }

    private string Argument(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (Names.IsUnknown(type))
        {
            isWired = false;
            scope.Verdict.Spoil();
            return string.Empty;
        }

        if (parameter.RefKind != RefKind.None)
        {
            Refuse(Anchor.Type(parameter), $"'{ActionScope.Keyword(parameter.RefKind)}' parameters cannot be filled. Take it by value.");
        }
        else if (KnownTypes.Is(type, scope.Known.CancellationToken))
        {
            return hook.Parameters.FirstOrDefault(p => KnownTypes.Is(p.Type, scope.Known.CancellationToken)) is { } token ? PartialTypes.Escape(token.Name) : "scope.CancellationToken";
        }
        else if (scope.IsContext(type))
        {
            return $"({ActionScope.FullName(type)})scope.Context";
        }
        else if (type is INamedTypeSymbol named && ParamsOfAction.IsParams(named))
        {
            scope.Params.Ask(named, Anchor.Type(parameter));
            return $"({ActionScope.FullName(type)})scope.Params!";
        }
        else
        {
            return Given(parameter, type);
        }

        return string.Empty;
    }

    private string Given(IParameterSymbol parameter, ITypeSymbol asked)
    {
        var given = hook.Parameters.FirstOrDefault(p => Same(p.Type, asked)) ?? hook.Parameters.FirstOrDefault(p => IsRelated(p.Type, asked));
        if (given is null)
        {
            var may = hook.Parameters.Select(p => Names.Display(narrowed.TryGetValue(p.Type, out var real) ? real.To : p.Type)).Where(t => t != "CancellationToken");
            Refuse(Anchor.Type(parameter), $"it does not get '{Names.Display(asked)}'. It may ask for {string.Join(", ", may.Concat(["the action's params", scope.Kind.Context]))} and CancellationToken.");
            return string.Empty;
        }

        var name = PartialTypes.Escape(given.Name);
        if (Same(given.Type, asked) || scope.Compilation.HasImplicitConversion(given.Type, asked))
        {
            return name;
        }

        if (!narrowed.TryGetValue(given.Type, out var settled) || !scope.Compilation.HasImplicitConversion(settled.To, asked))
        {
            var what = settled.By is null ? $"it gets '{Names.Display(given.Type)}'" : $"'{settled.By.Name}' returns '{Names.Display(settled.To)}'";
            Refuse(Anchor.Type(parameter), $"it asks for '{Names.Display(asked)}', but {what}. Ask for that.");
        }

        return $"({ActionScope.FullName(asked)}){name}";
    }

    private bool IsRelated(ITypeSymbol given, ITypeSymbol asked) =>
        scope.Compilation.HasImplicitConversion(given, asked) || scope.Compilation.HasImplicitConversion(asked, given);

    private HookForm Form()
    {
        var (wanted, returned) = (Returns.Of(hook, scope.Known), Returns.Of(method, scope.Known));
        if (returned.Value is { } value && Names.IsUnknown(value))
        {
            isWired = false;
            scope.Verdict.Spoil();
            return HookForm.Direct;
        }

        var fits = wanted.IsStream == returned.IsStream && wanted.Value is null == returned.Value is null && !(wanted.IsStream && returned.IsAwaited) && !(returned.IsAwaited && !wanted.IsAwaited) &&
            (wanted.Value is null || scope.Compilation.HasImplicitConversion(returned.Value!, wanted.Value));
        if (!fits)
        {
            Refuse(Anchor.Type(method), $"it returns '{Names.Display(method.ReturnType)}'. It must return {Allowed(wanted)}.");
            return HookForm.Direct;
        }

        Settle(wanted.Value, returned.Value);
        return Same(hook.ReturnType, method.ReturnType) || wanted.IsStream || !wanted.IsAwaited ? HookForm.Direct
            : returned.IsAwaited ? HookForm.Awaited
            : returned.Value is null ? HookForm.Completed
            : HookForm.Wrapped;
    }

    private void Settle(ITypeSymbol? wanted, ITypeSymbol? returned)
    {
        if (wanted is null || returned is null)
        {
            return;
        }

        if (!narrowed.TryGetValue(wanted, out var settled))
        {
            narrowed.Add(wanted, (method, returned));
        }
        else if (!scope.Compilation.HasImplicitConversion(returned, settled.To))
        {
            Refuse(Anchor.Type(method), $"it returns '{Names.Display(returned)}', but '{settled.By.Name}' returns '{Names.Display(settled.To)}'. Return that.");
        }
    }

    private static string Allowed(Returns wanted) =>
        wanted.IsStream ? $"IAsyncEnumerable<{Names.Display(wanted.Value!)}>, or one of a type derived from that"
        : wanted.Value is null ? (wanted.IsAwaited ? "void, Task or ValueTask" : "void")
        : wanted.IsAwaited ? $"{Names.Display(wanted.Value)}, or a Task or ValueTask of it"
        : Names.Display(wanted.Value);

    private static bool Same(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private void Refuse(Anchor at, string reason)
    {
        isWired = false;
        scope.Verdict.Report(ActionRules.ExecuteCannotBeWired, at, hook.Name, reason);
    }
}
