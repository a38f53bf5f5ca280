using System.Globalization;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Reads the steps of an action in their final order and finds who hands what to whom.</summary>
internal sealed class StepParser(ActionScope scope, CodecParser codecs)
{
    private readonly Producers producers = new();
    private readonly Injection injection = new(scope);

    public IReadOnlyList<Producer> Outputs => producers.All;

    public List<StepModel> Parse(List<StepSource> steps)
    {
        var models = new List<StepModel>();
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var identifier = Naming.PascalCase(step.Name);
            while (!identifiers.Add(identifier))
            {
                identifier += "_";
            }

            models.Add(Step(step, i, identifier));
        }

        return models;
    }

    private StepModel Step(StepSource step, int position, string identifier)
    {
        CheckShape(step);
        var inputs = new List<InputModel>();
        Producer? filtered = null;
        var returns = Returns.Of(step.Method, scope.Known);
        var run = injection.Call(
            step.Method,
            step.Owner,
            (parameter, type, isRows, isNullable) =>
            {
                var producer = Find(step, parameter, type, isRows, isNullable);
                if (producer is null)
                {
                    return null;
                }

                inputs.Add(new(Display(parameter.Type), producer.Position));
                filtered ??= returns.Value is not null && Producers.Fits(producer, returns.Value, returns.IsRows) ? producer : null;
                return Argument(producer, parameter, type, isRows, isNullable);
            },
            parameter => ReportUnknown(step, parameter));
        var skip = Skip(step);
        var output = Output(step, returns);
        var own = returns.Value is null ? null : new Producer(step, position, returns, output?.Codec);
        var rollback = Rollback(step, own);
        if (own is not null)
        {
            producers.Add(own, filtered);
        }

        return new(
            step.Name,
            identifier,
            step.Display,
            step.Weight.ToString("R", CultureInfo.InvariantCulture),
            run!,
            skip,
            rollback,
            step.Rollback,
            step.RollbackInFlight,
            output,
            inputs.ToEquatableArray(),
            Fingerprint(step, output, inputs));
    }

    private void CheckShape(StepSource step)
    {
        if (step.Method is { IsAsync: true, ReturnsVoid: true })
        {
            scope.Verdict.Report(StepRules.StepIsAsyncVoid, step.At(Anchor.Name(step.Method)), step.Method.Name);
        }

        if (step.Method.IsGenericMethod)
        {
            scope.Verdict.Report(StepRules.OutputCannotBeJournaled, step.At(Anchor.Name(step.Method)), step.Display, "a step cannot have type parameters");
        }
    }

    private OutputModel? Output(StepSource step, Returns returns)
    {
        if (returns.Value is null || returns.Value.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var codec = codecs.Parse(returns.Value, out var refusal);
        if (codec is null)
        {
            scope.Verdict.Report(StepRules.OutputCannotBeJournaled, step.At(Anchor.Type(step.Method)), refusal!.From($"{step.Display}.{Display(returns.Value)}"), refusal.Reason);
            return null;
        }

        var rows = !returns.IsRows ? RowsFrom.None : returns.IsStream ? RowsFrom.Stream : RowsFrom.List;
        return new(Display(returns.Value), codec, rows);
    }

    private CallModel? Skip(StepSource step)
    {
        if (step.SkipWhen is not { } name || Method(step, "SkipWhen", name) is not { } method)
        {
            return null;
        }

        var returns = Returns.Of(method, scope.Known);
        if (returns.Value?.SpecialType != SpecialType.System_String)
        {
            Unfit(step, "SkipWhen", name, $"it returns '{Display(method.ReturnType)}'. It must return string?, Task<string?> or ValueTask<string?>: null runs the step, a text is the reason to skip it.");
        }

        return injection.Call(method, step.Owner, (p, t, r, n) => Take(step, p, t, r, n), parameter => ReportUnknown(step, parameter));
    }

    private CallModel? Rollback(StepSource step, Producer? own)
    {
        if (step.Rollback is not { } name || Method(step, "Rollback", name) is not { } method)
        {
            return null;
        }

        var returns = Returns.Of(method, scope.Known);
        if (returns.Value is not null)
        {
            Unfit(step, "Rollback", name, $"it returns '{Display(method.ReturnType)}'. It must return void, Task or ValueTask.");
        }

        return injection.Call(
            method,
            step.Owner,
            (parameter, type, isRows, isNullable) => own is not null && Producers.Fits(own, type, isRows)
                ? Argument(own, parameter, type, isRows, isNullable: isNullable && !isRows)
                : TakeForRollback(step, own, parameter, type, isRows, isNullable),
            parameter => ReportUnknown(step, parameter));
    }

    private IMethodSymbol? Method(StepSource step, string setting, string name)
    {
        var methods = step.Owner.GetMembers(name).OfType<IMethodSymbol>().ToList();
        if (methods is [var method])
        {
            return method;
        }

        Unfit(step, setting, name, methods.Count == 0
            ? $"'{step.Owner.Name}' has no method of that name. Add it, or name another with nameof."
            : $"'{step.Owner.Name}' has {methods.Count} methods of that name. Rename all but one.");
        return null;
    }

    private void Unfit(StepSource step, string setting, string name, string reason) =>
        scope.Verdict.Report(StepRules.StepMethodMissing, step.AtSetting(setting), setting, name, step.Method.Name, reason);

    private ArgumentModel? TakeForRollback(StepSource step, Producer? own, IParameterSymbol parameter, ITypeSymbol type, bool isRows, bool isNullable)
    {
        if (producers.Of(type, isRows).Count == 0)
        {
            var returned = own is null ? "nothing" : $"'{Display(step.Method.ReturnType)}'";
            scope.Verdict.Report(StepRules.RollbackAsksForOther, step.At(Anchor.Type(parameter)), step.Rollback!, Display(parameter.Type), step.Method.Name, returned);
            return null;
        }

        return Take(step, parameter, type, isRows, isNullable);
    }

    private ArgumentModel? Take(StepSource step, IParameterSymbol parameter, ITypeSymbol type, bool isRows, bool isNullable) =>
        Find(step, parameter, type, isRows, isNullable) is { } producer ? Argument(producer, parameter, type, isRows, isNullable) : null;

    private Producer? Find(StepSource step, IParameterSymbol parameter, ITypeSymbol type, bool isRows, bool isNullable)
    {
        var exact = Candidates(parameter, type, isRows);
        if (exact.Count == 0 && !isRows && Unwrapped(type) is { } value)
        {
            exact = Candidates(parameter, value, isRows);
        }

        if (exact is not [var producer])
        {
            var reason = exact.Count == 0
                ? "no step before it returns that type." + NearMiss(type, isRows)
                : $"{string.Join(" and ", exact.Select(p => $"'{p.Step.Method.Name}'"))} both return it. Pick one with [From(nameof({exact[0].Step.Method.Name}))].";
            scope.Verdict.Report(StepRules.InputHasNoProducer, step.At(Anchor.Type(parameter)), step.Method.Name, Display(parameter.Type), reason);
            return null;
        }

        if (producer.MayBeMissing && !isNullable)
        {
            scope.Verdict.Report(StepRules.SkippableOutputTakenAsNonNull, step.At(Anchor.Type(parameter)), parameter.ContainingSymbol.Name, Display(parameter.Type), producer.Step.Method.Name);
        }

        return producer;
    }

    private List<Producer> Candidates(IParameterSymbol parameter, ITypeSymbol type, bool isRows)
    {
        var from = Attributes.Find(parameter, "Synapse.FromAttribute");
        if (from?.ConstructorArguments is not [{ Value: string name }])
        {
            return producers.Of(type, isRows);
        }

        return producers.From(name, type, isRows) is { } chosen ? [chosen] : [];
    }

    private string NearMiss(ITypeSymbol type, bool isRows)
    {
        if (!isRows && type.Locations.Any(l => l.IsInSource) && producers.All.Count == 0)
        {
            return $" If it is the action's params, mark '{type.Name}' [Params].";
        }

        var near = producers.All.FirstOrDefault(p => p.Returns.IsRows != isRows && SymbolEqualityComparer.Default.Equals(p.Returns.Value, type))
            ?? producers.All.FirstOrDefault(p => p.Returns.IsRows == isRows && IsRelated(p.Returns.Value!, type));
        return near is null ? string.Empty
            : near.Returns.IsRows == isRows ? $" '{near.Step.Method.Name}' returns '{Display(near.Returns.Value!)}': types must be the same."
            : isRows ? $" '{near.Step.Method.Name}' returns one '{Display(type)}': ask for that."
            : $" '{near.Step.Method.Name}' returns rows of it: ask for 'DurableList<{Display(type)}>'.";
    }

    private bool IsRelated(ITypeSymbol produced, ITypeSymbol asked) =>
        scope.Compilation.HasImplicitConversion(produced, asked) || scope.Compilation.HasImplicitConversion(asked, produced);

    private static ITypeSymbol? Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static ArgumentModel Argument(Producer producer, IParameterSymbol parameter, ITypeSymbol type, bool isRows, bool isNullable) => new(
        isRows ? ArgumentKind.Rows : ArgumentKind.Output,
        parameter.Name,
        ActionScope.FullName(type),
        isNullable,
        producer.Position,
        producer.Codec);

    private void ReportUnknown(StepSource step, IParameterSymbol parameter)
    {
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            scope.Verdict.Spoil();
            return;
        }

        var reason = parameter.RefKind != RefKind.None
            ? $"'{ActionScope.Keyword(parameter.RefKind)}' parameters cannot be filled. Take it by value."
            : $"a step of this action gets '{scope.Kind.Context}'.";
        scope.Verdict.Report(StepRules.InputHasNoProducer, step.At(Anchor.Type(parameter)), step.Method.Name, Display(parameter.Type), reason);
    }

    private static string Fingerprint(StepSource step, OutputModel? output, List<InputModel> inputs) =>
        string.Concat(
            "(", string.Join(", ", inputs.Select(i => i.Display.TrimEnd('?'))), ") -> ",
            output is null ? "nothing" : (output.Rows == RowsFrom.None ? string.Empty : "rows of ") + output.Codec.Shape,
            step.Rollback is null ? string.Empty : ", undo");

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
