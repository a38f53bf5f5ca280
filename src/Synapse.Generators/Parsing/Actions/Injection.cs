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
    public delegate ArgumentModel? FromOutputs(IParameterSymbol parameter, ITypeSymbol type, bool isRows, bool isNullable);

    public CallModel? Call(IMethodSymbol method, INamedTypeSymbol owner, FromOutputs outputs, Unresolved unresolved)
    {
        var arguments = new List<ArgumentModel>();
        foreach (var parameter in method.Parameters)
        {
            if (Argument(parameter, outputs, unresolved) is { } argument)
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

    private ArgumentModel? Argument(IParameterSymbol parameter, FromOutputs outputs, Unresolved unresolved)
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
            scope.Params.Ask(named, Anchor.Type(parameter));
            return new(ArgumentKind.Params, parameter.Name, ActionScope.FullName(type));
        }

        if (scope.IsOtherContext(type) || type.TypeKind == TypeKind.Error)
        {
            unresolved(parameter);
            return null;
        }

        return Output(parameter, outputs);
    }

    private ArgumentModel? Output(IParameterSymbol parameter, FromOutputs outputs)
    {
        var type = parameter.Type;
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (KnownTypes.IsMadeFrom(type, scope.Known.DurableList))
        {
            return outputs(parameter, ((INamedTypeSymbol)type).TypeArguments[0], isRows: true, isNullable);
        }

        return outputs(parameter, type, isRows: false, isNullable);
    }
}
