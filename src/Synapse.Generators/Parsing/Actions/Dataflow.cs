using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Model.Actions;
using Synapse.Generators.Rules;
using Synapse.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>What a parameter asks of the outputs: its type with rows and tasks unwrapped.</summary>
internal readonly record struct Ask(IParameterSymbol Parameter, ITypeSymbol Type, bool IsRows, bool IsNullable);

/// <summary>Finds the earlier output that a parameter takes; where there is none, says why and what is near.</summary>
/// <param name="scope">The action's parse.</param>
/// <param name="steps">All steps in their order.</param>
/// <param name="verdict">Takes what is found; unheard when the order itself is wrong, as the flow follows from it.</param>
internal sealed class Dataflow(ActionScope scope, List<StepSource> steps, Verdict verdict)
{
    private readonly Producers producers = new();

    public IReadOnlyList<Producer> Outputs => producers.All;

    public void Add(Producer producer, Producer? filtered) => producers.Add(producer, filtered);

    public Producer? Find(StepSource step, Ask ask)
    {
        if (FromOf(ask.Parameter) is not { } from)
        {
            var exact = producers.Of(ask.Type, ask.IsRows);
            if (exact.Count == 0 && Unwrapped(ask) is { } value)
            {
                exact = producers.Of(value, isRows: false);
            }

            return exact is [var only] ? Checked(step, ask, only)
                : exact.Count == 0 ? NotThere(step, ask)
                : Nothing(step, ask, Ambiguous(exact), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Steps, string.Join("\n", exact.Select(p => p.Step.Reference))));
        }

        var name = from.StepReference() ?? string.Empty;
        if (steps.All(s => !s.Is(name)))
        {
            var fit = producers.All.Where(p => Producers.Fits(p, ask.Type, ask.IsRows)).Select(p => p.Step).ToList();
            verdict.Report(StepRules.AnchorIsNoStep, step.At(Anchor.Attribute(ask.Parameter, from)), StepOrder.Choices(name, fit), "From", name, scope.Action.Name, StepOrder.Known(steps));
            return null;
        }

        var chosen = producers.From(name, ask.Type, ask.IsRows) ?? (Unwrapped(ask) is { } inner ? producers.From(name, inner, isRows: false) : null);
        return chosen is not null ? Checked(step, ask, chosen)
            : Nothing(step, ask, NotFrom(name), producers.All.FirstOrDefault(p => p.Step.Is(name)) is { } other ? NearMiss.Ask(other) : null);
    }

    /// <summary>For a rollback: its step's own output comes first, unless another is named.</summary>
    public Producer? FindForRollback(StepSource step, Producer? own, Ask ask)
    {
        var from = FromOf(ask.Parameter)?.StepReference();
        if (own is not null && Producers.Fits(own, ask.Type, ask.IsRows) && (from is null || step.Is(from)))
        {
            if (own.Returns.IsNullable && !ask.IsNullable)
            {
                ReportNull(step, ask, own, "may return null");
            }

            return own;
        }

        if (from is null && producers.Of(ask.Type, ask.IsRows).Count == 0 && (Unwrapped(ask) is not { } value || producers.Of(value, isRows: false).Count == 0))
        {
            var returned = own is null ? "nothing" : $"'{Names.Display(step.Method.ReturnType)}'";
            verdict.Report(StepRules.RollbackAsksForOther, step.At(Anchor.Type(ask.Parameter)), own is null ? null : NearMiss.Ask(own), step.Rollback!, Names.Display(ask.Parameter.Type), step.Method.Name, returned);
            return null;
        }

        return Find(step, ask);
    }

    private static AttributeData? FromOf(IParameterSymbol parameter) => Attributes.Find(parameter, "Synapse.FromAttribute");

    private Producer Checked(StepSource step, Ask ask, Producer producer)
    {
        if (producer.MayBeMissing && !ask.IsNullable)
        {
            ReportNull(step, ask, producer, producer.Step.SkipWhen is null ? "may return null" : "may be skipped");
        }

        return producer;
    }

    private void ReportNull(StepSource step, Ask ask, Producer producer, string reason) => verdict.Report(
        StepRules.SkippableOutputTakenAsNonNull,
        step.At(Anchor.Type(ask.Parameter)),
        ask.Parameter.ContainingSymbol.Name,
        Names.Display(ask.Parameter.Type),
        producer.Step.Method.Name,
        reason);

    // An open type has been reported with the method that opens it.
    private Producer? Nothing(StepSource step, Ask ask, string reason, ImmutableDictionary<string, string?>? properties = null)
    {
        if (ask.Type.TypeKind != TypeKind.TypeParameter)
        {
            verdict.Report(StepRules.InputHasNoProducer, step.At(Anchor.Type(ask.Parameter)), properties, ask.Parameter.ContainingSymbol.Name, Names.Display(ask.Parameter.Type), reason);
        }

        return null;
    }

    private static string Ambiguous(List<Producer> producers)
    {
        var names = producers.ConvertAll(p => $"'{p.Step.Method.Name}'");
        var all = string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
        return $"{all} {(names.Count == 2 ? "both" : "all")} return it. Pick one with [From(nameof({producers[0].Step.Method.Name}))].";
    }

    private string NotFrom(string name) =>
        producers.All.FirstOrDefault(p => p.Step.Is(name)) is { } named
            ? $"'{name}' returns '{Names.Display(named.Step.Method.ReturnType)}'. Ask for that, or name another step."
            : $"'{name}' runs later or returns nothing. Name an earlier step.";

    private Producer? NotThere(StepSource step, Ask ask)
    {
        const string Nobody = "no step before it returns that type.";
        var near = producers.All.FirstOrDefault(p => p.Returns.IsRows != ask.IsRows && SymbolEqualityComparer.Default.Equals(p.Returns.Value, ask.Type))
            ?? producers.All.FirstOrDefault(p => p.Returns.IsRows == ask.IsRows && IsRelated(p.Returns.Value!, ask.Type));
        if (near is not null)
        {
            var reason = near.Returns.IsRows == ask.IsRows ? $" '{near.Step.Method.Name}' returns '{Names.Display(near.Returns.Value!)}': types must be the same."
                : ask.IsRows ? $" '{near.Step.Method.Name}' returns one '{Names.Display(ask.Type)}': ask for that."
                : $" '{near.Step.Method.Name}' returns rows of it: ask for 'DurableList<{Names.Display(ask.Type)}>'.";
            return Nothing(step, ask, Nobody + reason, NearMiss.EitherSide(near, ask, scope.Compilation));
        }

        if (steps.Find(s => Returns.Of(s.Method, scope.Known) is { Value: { } value } returns && returns.IsRows == ask.IsRows && SymbolEqualityComparer.Default.Equals(value, ask.Type)) is { } later)
        {
            return later == step
                ? Nothing(step, ask, Nobody + " Only its own step does.")
                : Nothing(step, ask, $"'{later.Method.Name}', which returns it, runs later. Move it up, or set After = nameof({later.Method.Name}).", NearMiss.After(step, later));
        }

        return IsClassOfAuthor(ask)
            ? Nothing(step, ask, $"{Nobody} If it is the action's params, mark '{ask.Type.Name}' [Params].", ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Params, string.Empty))
            : Nothing(step, ask, Nobody);
    }

    private static bool IsClassOfAuthor(Ask ask) =>
        !ask.IsRows && ask.Type.TypeKind == TypeKind.Class && ask.Type.Locations.Any(l => l.IsInSource);

    private bool IsRelated(ITypeSymbol produced, ITypeSymbol asked) =>
        scope.Compilation.HasImplicitConversion(produced, asked) || scope.Compilation.HasImplicitConversion(asked, produced);

    private static ITypeSymbol? Unwrapped(Ask ask) =>
        !ask.IsRows && Nullability.IsNullableValue(ask.Type) ? ((INamedTypeSymbol)ask.Type).TypeArguments[0] : null;
}
