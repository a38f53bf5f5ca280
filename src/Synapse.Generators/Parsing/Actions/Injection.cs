using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>
/// Finds a value for each parameter of an author's method, in this order: token and attempt, the context, the params,
/// the step's own output (rollback), an earlier output by exact type. Any subset, any order.
/// </summary>
internal sealed class Injection(ActionScope scope)
{
    /// <summary>Told of a parameter that nothing fits.</summary>
    public delegate void Unresolved(IParameterSymbol parameter);

    /// <summary>Picks among the outputs; null when it reported why none fits.</summary>
    public delegate ArgumentModel? FromOutputs(Ask ask);

    /// <param name="method">The author's method.</param>
    /// <param name="owner">The class that it is called on.</param>
    /// <param name="outputs">Picks among the outputs.</param>
    /// <param name="unresolved">Told of what nothing fits.</param>
    /// <param name="place">Where a finding goes instead, for a method that stands outside of the action.</param>
    public CallModel Call(IMethodSymbol method, INamedTypeSymbol owner, FromOutputs outputs, Unresolved unresolved, Func<Anchor, Anchor> place)
    {
        var arguments = new List<ArgumentModel>();
        foreach (var parameter in method.Parameters)
        {
            if (Argument(parameter, outputs, unresolved, place) is { } argument)
            {
                arguments.Add(argument);
            }
        }

        EquatableArray<ArgumentModel>? constructor = method.IsStatic ? null : new Construction(scope).Arguments(owner);
        return new(
            ActionScope.FullName(owner),
            constructor,
            PartialTypes.Escape(method.Name),
            arguments.ToEquatableArray(),
            Returns.Of(method, scope.Known).IsAwaited);
    }

    private ArgumentModel? Argument(IParameterSymbol parameter, FromOutputs outputs, Unresolved unresolved, Func<Anchor, Anchor> place)
    {
        var type = parameter.Type;
        if (parameter.RefKind != RefKind.None)
        {
            unresolved(parameter);
            return null;
        }

        if (KnownTypes.Is(type, scope.Known.CancellationToken))
        {
            return new(ArgumentKind.CancellationToken, parameter.Name, ActionScope.FullName(type));
        }

        if (KnownTypes.Is(type, scope.Known.StepAttempt))
        {
            return new(ArgumentKind.Attempt, parameter.Name, ActionScope.FullName(type));
        }

        if (scope.IsContext(type))
        {
            return new(ArgumentKind.Context, parameter.Name, ActionScope.FullName(type));
        }

        if (type is INamedTypeSymbol named && ParamsOfAction.IsParams(named))
        {
            scope.Params.Ask(named, place(Anchor.Type(parameter)));
            return new(ArgumentKind.Params, parameter.Name, ActionScope.FullName(type));
        }

        if (scope.IsOtherContext(type) || Names.IsUnknown(type))
        {
            unresolved(parameter);
            return null;
        }

        var isNullable = Nullability.IsNullable(type);
        return outputs(KnownTypes.IsMadeFrom(type, scope.Known.DurableList)
            ? new(parameter, ((INamedTypeSymbol)type).TypeArguments[0], IsRows: true, isNullable)
            : new(parameter, type, IsRows: false, isNullable));
    }
}
