using System.Globalization;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>Reads the steps of an action in their final order and finds who hands what to whom.</summary>
internal sealed class StepParser(ActionScope scope, CodecParser codecs, StepList order)
{
    // The constants stand in classes of these names.
    private static readonly string[] Taken = ["Steps", "Progress"];

    private readonly Dataflow flow = new(scope, order.Steps, order.IsCertain ? scope.Verdict : Verdict.Unheard);
    private readonly Injection injection = new(scope);
    private readonly StepMethods methods = new(scope);

    public IReadOnlyList<Producer> Outputs => flow.Outputs;

    /// <summary>The hooks that steps asked for so far.</summary>
    public HooksOfAction Hooks { get; } = new(scope);

    public List<StepModel> Parse()
    {
        var models = new List<StepModel>();
        var identifiers = new HashSet<string>(Taken, StringComparer.Ordinal);
        foreach (var step in order.Steps)
        {
            // A bad name is reported; the stub still needs an identifier.
            var identifier = Naming.IsStepName(step.Name) ? Naming.PascalCase(step.Name) : step.Method.Name;
            while (!identifiers.Add(identifier))
            {
                identifier += "_";
            }

            models.Add(Step(step, models.Count, identifier));
        }

        return models;
    }

    private StepModel Step(StepSource step, int position, string identifier)
    {
        CheckShape(step);
        var inputs = new List<InputModel>();
        Producer? filtered = null;
        var returns = Returns.Of(step.Method, scope.Known);
        var run = Call(step, step.Method, ask =>
        {
            var producer = flow.Find(step, ask);
            if (producer is not null)
            {
                inputs.Add(new(Names.Display(ask.Parameter.Type), producer.Position));
                filtered ??= returns.Value is not null && Producers.Fits(producer, returns.Value, returns.IsRows) ? producer : null;
            }

            return producer;
        });
        var skip = methods.SkipWhen(step) is { } skipWhen ? Call(step, skipWhen, ask => flow.Find(step, ask)) : null;
        var output = Output(step, returns);
        var own = returns.Value is null ? null : new Producer(step, position, returns, output?.Codec);
        var rollback = methods.Rollback(step) is { } undo ? Call(step, undo, ask => flow.FindForRollback(step, own, ask)) : null;
        if (own is not null)
        {
            flow.Add(own, filtered);
        }

        return new(
            step.Name,
            identifier,
            step.Display,
            step.Weight.ToString("R", CultureInfo.InvariantCulture),
            Policy(step),
            run,
            skip,
            rollback,
            step.Rollback,
            step.RollbackInFlight,
            output,
            inputs.ToEquatableArray(),
            Fingerprint(step, output, inputs))
        {
            Summary = DocComments.SummaryOf(step.Method, scope.Cancellation),
        };
    }

    private static PolicyModel Policy(StepSource step) => new(
        step.Retries.ToString(CultureInfo.InvariantCulture),
        step.RetryDelaySeconds.ToString("R", CultureInfo.InvariantCulture),
        step.TimeoutSeconds > 0 ? step.TimeoutSeconds.ToString("R", CultureInfo.InvariantCulture) : null);

    private CallModel Call(StepSource step, IMethodSymbol method, Func<Ask, Producer?> find) => injection.Call(
        method,
        step.Owner,
        ask => HooksIn(ask) is { } hooks ? hooks : find(ask) is { } producer ? Argument(step, producer, ask) : null,
        parameter => ReportUnknown(step, parameter),
        step.At);

    private ArgumentModel? HooksIn(Ask ask) => ask is { IsRows: false, Type: INamedTypeSymbol type } && HookSet.Is(type, scope.Known)
        ? new(ArgumentKind.Hooks, Hooks.Ask(type), ActionScope.FullName(type))
        : null;

    private void CheckShape(StepSource step)
    {
        if (step.Method is { IsAsync: true, ReturnsVoid: true } && step.Uses is not null)
        {
            // Said at the set itself.
            scope.Verdict.Spoil();
        }
        else if (step.Method is { IsAsync: true, ReturnsVoid: true })
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
        if (returns.Value is null || step.Method.IsGenericMethod)
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
            scope.Verdict.Report(StepRules.OutputCannotBeJournaled, step.At(Anchor.Type(step.Method)), refusal!.From($"{step.Display}.{Names.Display(returns.Value)}"), refusal.Reason);
            return null;
        }

        var rows = !returns.IsRows ? RowsFrom.None : returns.IsStream ? RowsFrom.Stream : RowsFrom.List;
        return new(Names.Display(returns.Value), codec, rows);
    }

    // A rollback gets the rows of its own step even when that step did not finish.
    private static ArgumentModel Argument(StepSource step, Producer producer, Ask ask) => new(
        ask.IsRows ? ArgumentKind.Rows : ArgumentKind.Output,
        ask.Parameter.Name,
        ActionScope.FullName(ask.Type),
        ask.IsNullable && !(ask.IsRows && producer.Step == step),
        producer.Position,
        producer.Codec);

    private void ReportUnknown(StepSource step, IParameterSymbol parameter)
    {
        if (Names.IsUnknown(parameter.Type))
        {
            scope.Verdict.Spoil();
            return;
        }

        var reason = parameter.RefKind != RefKind.None
            ? $"'{ActionScope.Keyword(parameter.RefKind)}' parameters cannot be filled. Take it by value."
            : $"a step of this action gets '{scope.Kind.Context}'.";
        scope.Verdict.Report(StepRules.InputHasNoProducer, step.At(Anchor.Type(parameter)), parameter.RefKind == RefKind.None ? NearMiss.Context(scope) : null, parameter.ContainingSymbol.Name, Names.Display(parameter.Type), reason);
    }

    private static string Fingerprint(StepSource step, OutputModel? output, List<InputModel> inputs) =>
        string.Concat(
            "(", string.Join(", ", inputs.Select(i => i.Display.TrimEnd('?'))), ") -> ",
            output is null ? "nothing" : (output.Rows == RowsFrom.None ? string.Empty : "rows of ") + output.Codec.Shape,
            step.Rollback is null ? string.Empty : ", undo");
}
