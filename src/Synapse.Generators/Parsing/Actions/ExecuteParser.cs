using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Reads an action that is one method: <c>Execute</c>, <c>ExecuteAsync</c> or a function. It becomes a plan of one step.</summary>
internal sealed class ExecuteParser(ActionScope scope, CodecParser codecs)
{
    public ActionBody Parse(IMethodSymbol method, INamedTypeSymbol owner)
    {
        if (method.IsGenericMethod)
        {
            Report(Anchor.Name(method), method, "it has type parameters. Remove them.");
            return ActionBody.Empty;
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            Report(Anchor.Name(method), method, "it is async void: the run could neither wait for it nor see it fail. Return Task.");
        }

        var call = new Injection(scope).Call(method, owner, ask => NotParams(method, ask.Parameter, ask.Parameter.Type), parameter => Unknown(method, parameter), at => at);
        var output = Output(method);
        var step = new StepModel(
            "execute",
            "Execute",
            $"{owner.Name}.{method.Name}",
            "1",
            PolicyModel.None,
            call,
            Skip: null,
            Rollback: null,
            RollbackName: null,
            RollbackInFlight: false,
            output,
            Inputs: default,
            "() -> " + (output?.Codec.Shape ?? "nothing"));
        return new(IsStepped: false, [step], output is null ? -1 : 0, Returns.Of(method, scope.Known).Value);
    }

    private OutputModel? Output(IMethodSymbol method)
    {
        var returns = Returns.Of(method, scope.Known);
        if (returns.Value is null)
        {
            return null;
        }

        if (Names.IsUnknown(returns.Value))
        {
            scope.Verdict.Spoil();
            return null;
        }

        var codec = codecs.Parse(returns.Value, out var refusal);
        if (codec is null)
        {
            Report(Anchor.Type(method), method, $"its result {refusal!.From(Names.Display(returns.Value))} cannot be journaled: {refusal.Reason}");
            return null;
        }

        var rows = !returns.IsRows ? RowsFrom.None : returns.IsStream ? RowsFrom.Stream : RowsFrom.List;
        return new(Names.Display(returns.Value), codec, rows);
    }

    private ArgumentModel? NotParams(IMethodSymbol method, IParameterSymbol parameter, ITypeSymbol type)
    {
        var looksLikeParams = type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } && type.Locations.Any(l => l.IsInSource);
        if (looksLikeParams)
        {
            scope.Verdict.Report(ParamsRules.NotParams, Anchor.Type(parameter), type.Name, $"mark it [Params] and declare it partial, so that '{method.Name}' can take it.");
        }
        else
        {
            Report(Anchor.Type(parameter), method, $"nothing fills parameter '{parameter.Name}' of type '{Names.Display(type)}'. It may take {Allowed}; values go into a [Params] type.");
        }

        return null;
    }

    private void Unknown(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (Names.IsUnknown(parameter.Type))
        {
            scope.Verdict.Spoil();
        }
        else if (parameter.RefKind != RefKind.None)
        {
            Report(Anchor.Type(parameter), method, $"parameter '{parameter.Name}' is '{ActionScope.Keyword(parameter.RefKind)}'. Take it by value.");
        }
        else
        {
            scope.Verdict.Report(
                ActionRules.ExecuteCannotBeWired,
                Anchor.Type(parameter),
                NearMiss.Context(scope),
                method.Name,
                $"'{Names.Display(parameter.Type)}' is the context of another kind of action. This one gets '{scope.Kind.Context}'.");
        }
    }

    private string Allowed => $"the action's [Params] type, '{scope.Kind.Context}', 'StepAttempt' and 'CancellationToken'";

    private void Report(Anchor anchor, IMethodSymbol method, string reason) =>
        scope.Verdict.Report(ActionRules.ExecuteCannotBeWired, anchor, method.Name, reason);
}
