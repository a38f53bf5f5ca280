using System.Threading;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>
/// Reads an action from its symbol. The generator passes no findings and writes the stub when the model is not valid; the
/// analyzer passes findings and reports them: one parser, two readers.
/// </summary>
internal static class ActionParser
{
    /// <summary>What a parse yields: the action, and the codecs that its wiring needs.</summary>
    public sealed record Result(ActionModel Action, EquatableArray<CodecModel> Codecs);

    /// <summary>Null when nothing can be written for the symbol, not even a stub.</summary>
    public static Result? Parse(ISymbol symbol, Compilation compilation, Findings? findings, CancellationToken cancellation)
    {
        var attributes = ActionKinds.Of(symbol);
        if (attributes.Count == 0)
        {
            return null;
        }

        var verdict = new Verdict(findings);
        ActionChecks.Kind(symbol, verdict, attributes);
        if (attributes.Count > 1)
        {
            // Read as if it were of the first kind, for the stub only.
            verdict = Verdict.Unheard;
            verdict.Spoil();
        }

        var (kind, attribute) = attributes[0];
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        var scope = new ActionScope(symbol, kind, compilation, verdict, cancellation);
        ActionChecks.Name(scope, attribute);
        var canStub = ActionChecks.IsPartial(scope, type);
        var codecs = new CodecParser(compilation, cancellation);
        EquatableArray<string> taken = default;
        ActionBody body;
        if (symbol is IMethodSymbol function)
        {
            canStub &= ActionChecks.Function(scope, type, function);
            StrayAttributes.From(function, verdict, "a function action has no steps before it. Remove the attribute.");
            body = scope.Kind == ActionKinds.Upload ? ActionBody.Empty : new ExecuteParser(scope, codecs).Parse(function, type);
        }
        else
        {
            taken = ActionChecks.TakenNames(scope, type);
            StrayAttributes.From(type, verdict);
            body = ClassBody(scope, type, codecs);
        }

        scope.Params.Check();
        return canStub ? new(Model(scope, attribute, type, body, attributes.Select(a => a.Kind)) with { TakenNames = taken }, codecs.Models) : null;
    }

    /// <summary>The action's name: as given, or the class's or method's in snake_case.</summary>
    public static string NameOf(ISymbol action)
    {
        var (kind, attribute) = ActionKinds.Of(action)[0];
        return ActionChecks.GivenName(kind, attribute)
            ?? SnakeCase.Of(Naming.WithoutSuffix(Naming.WithoutSuffix(action.Name, "Async"), "Action"));
    }

    private static ActionBody ClassBody(ActionScope scope, INamedTypeSymbol type, CodecParser codecs)
    {
        ActionChecks.CanBeConstructed(scope, type);
        var execute = ActionChecks.ExecuteMethods(type);
        var sources = StepCollector.Collect(scope, type);
        var isStepped = sources.Steps.Count > 0 || (StepCollector.Sets(type, scope.Compilation).Count > 0 && !sources.IsCertain);
        ActionChecks.Mode(scope, type, execute, isStepped);
        return isStepped
            ? Stepped(scope, StepOrder.Arrange(sources, type, scope.Verdict), codecs)
            : execute is [var method] && scope.Kind != ActionKinds.Upload ? new ExecuteParser(scope, codecs).Parse(method, type) : ActionBody.Empty;
    }

    private static ActionBody Stepped(ActionScope scope, StepList steps, CodecParser codecs)
    {
        var parser = new StepParser(scope, codecs, steps);
        var models = parser.Parse();
        var result = ResultOf(parser.Outputs);
        return new(IsStepped: true, models.ToEquatableArray(), result?.Position ?? -1, result?.Returns.Value)
        {
            Hooks = parser.Hooks.Parse((INamedTypeSymbol)scope.Action),
        };
    }

    /// <summary>The step that says so, the class's own before a set's; else the last one that returns something.</summary>
    private static Producer? ResultOf(IReadOnlyList<Producer> outputs)
    {
        Producer? Last(Func<Producer, bool> which) => outputs.LastOrDefault(which);
        return Last(o => o.Step is { IsResult: true, Uses: null }) ?? Last(o => o.Step.IsResult) ?? Last(_ => true);
    }

    private static ActionModel Model(ActionScope scope, AttributeData attribute, INamedTypeSymbol type, ActionBody body, IEnumerable<ActionKind> kinds)
    {
        var function = scope.Action as IMethodSymbol;
        var result = body.ResultStep < 0 ? null : body.Steps[body.ResultStep].Output;
        var stepNames = body.IsStepped ? body.Steps.Select(s => new ConstantModel(s.Identifier, s.Name)).ToEquatableArray() : default;
        return new(
            Declaration(scope, type),
            function?.Name,
            scope.Kind.Name,
            NameOf(scope.Action),
            attribute.Named<string>("Description") ?? DocComments.SummaryOf(scope.Action, scope.Cancellation),
            attribute.NamedEnum("Method", "Job"),
            attribute.NamedEnum("OnFailure", "Default") is "Default" ? (scope.Kind.Name is "Train" or "AddTaskData" ? "Keep" : "Rollback") : attribute.NamedEnum("OnFailure", "Rollback"),
            body.IsStepped,
            scope.Verdict.IsValid,
            ActionChecks.IsPublic(type, function, scope.Params.Type, body.ResultSymbol),
            scope.Params.Type is { } p ? ActionScope.FullName(p) : null,
            result is null ? null : result.Rows == RowsFrom.None ? result.Codec.Type : $"global::Synapse.DurableList<{result.Codec.Type}>",
            result is { Rows: RowsFrom.None } ? result.Codec : null,
            body.ResultStep,
            body.Steps,
            stepNames,
            Categories(kinds, stepNames))
        {
            Hooks = body.Hooks,
        };
    }

    // Functions of one class have files of their own, which must not differ in case only.
    private static PartialType Declaration(ActionScope scope, INamedTypeSymbol type)
    {
        var declared = PartialTypes.Read(type, scope.Compilation);
        return scope.Action is IMethodSymbol function && type.GetMembers().Any(m => m.Name != function.Name && string.Equals(m.Name, function.Name, StringComparison.OrdinalIgnoreCase))
            ? declared with { IsAmbiguous = true }
            : declared;
    }

    private static EquatableArray<ConstantModel> Categories(IEnumerable<ActionKind> kinds, EquatableArray<ConstantModel> steps)
    {
        // A step of the same name wins; its constant is there already.
        var own = kinds.SelectMany(k => k.Categories).Distinct().Where(c => steps.All(s => s.Text != c)).Select(c => new ConstantModel(Naming.PascalCase(c), c));
        return steps.Concat(own).ToEquatableArray();
    }
}
