using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;
using Synapse.Rules;

namespace Synapse.Generators.Parsing.Actions;

/// <summary>
/// Brings steps into the order in which they run: as collected, but a step with an anchor stands right before or after
/// it, several of one anchor in their collected order.
/// </summary>
internal sealed class StepOrder
{
    private readonly List<StepSource> steps;
    private readonly INamedTypeSymbol action;
    private readonly Verdict verdict;
    private readonly Dictionary<StepSource, (StepSource Anchor, bool IsBefore)> anchors = [];
    private readonly HashSet<(AttributeData Uses, string Setting)> reported = [];
    private bool isCertain;

    private StepOrder(StepList list, INamedTypeSymbol action, Verdict verdict)
    {
        steps = list.Steps;
        isCertain = list.IsCertain;
        this.action = action;
        this.verdict = verdict;
    }

    public static StepList Arrange(StepList steps, INamedTypeSymbol action, Verdict verdict)
    {
        var order = new StepOrder(steps, action, verdict);
        order.ReadAnchors();
        return new(order.Place(), order.isCertain);
    }

    /// <summary>The names that an author could have meant.</summary>
    public static string Known(List<StepSource> steps) =>
        steps.Count == 0 ? "It has no steps." : "Its steps are " + string.Join(", ", steps.Select(s => s.Method.Name)) + ".";

    /// <summary>The same for the fix: what was written, and what may stand in its place.</summary>
    public static ImmutableDictionary<string, string?> Choices(string written, IEnumerable<StepSource> steps) => ImmutableDictionary<string, string?>.Empty
        .Add(FixProperties.Name, written)
        .Add(FixProperties.Steps, string.Join("\n", steps.Select(s => s.Reference)));

    private void ReadAnchors()
    {
        foreach (var step in steps)
        {
            if (step.After is { } after)
            {
                Anchor(step, "After", after, step.AtSetting("After"), isBefore: false);
            }

            if (step.Before is { } before)
            {
                Anchor(step, "Before", before, step.AtSetting("Before"), isBefore: true);
            }

            if (step.Uses is { } uses && !anchors.ContainsKey(step))
            {
                AnchorSet(step, uses);
            }
        }
    }

    private void AnchorSet(StepSource step, AttributeData uses)
    {
        foreach (var setting in new[] { "After", "Before" })
        {
            if (uses.StepReference(setting) is { } name)
            {
                var at = Parsing.Anchor.Attribute(action, uses, uses.Position(setting));
                Anchor(step, setting, name, at, isBefore: setting == "Before", uses);
            }
        }
    }

    private void Anchor(StepSource step, string setting, string name, Anchor at, bool isBefore, AttributeData? uses = null)
    {
        var target = steps.FirstOrDefault(s => s.Is(name));
        if (target is null)
        {
            isCertain = false;

            // One message a set, not one a step.
            if (uses is null || reported.Add((uses, setting)))
            {
                verdict.Report(StepRules.AnchorIsNoStep, at, Choices(name, steps.Where(s => s != step && (uses is null || s.Uses != uses))), setting, name, action.Name, Known(steps));
            }
        }
        else
        {
            anchors[step] = (target, isBefore);
        }
    }

    private List<StepSource> Place()
    {
        var placed = new List<StepSource>(steps.Count);
        foreach (var step in steps)
        {
            if (!anchors.ContainsKey(step))
            {
                Place(step, placed);
            }
        }

        CheckBoth(placed);
        ReportCycle(placed);
        return placed;
    }

    private void Place(StepSource step, List<StepSource> placed)
    {
        PlaceAnchored(step, placed, isBefore: true);
        placed.Add(step);
        PlaceAnchored(step, placed, isBefore: false);
    }

    private void PlaceAnchored(StepSource anchor, List<StepSource> placed, bool isBefore)
    {
        foreach (var step in steps)
        {
            if (anchors.TryGetValue(step, out var at) && at.Anchor == anchor && at.IsBefore == isBefore)
            {
                Place(step, placed);
            }
        }
    }

    private void ReportCycle(List<StepSource> placed)
    {
        var left = steps.Except(placed).ToList();
        if (left.Count == 0)
        {
            return;
        }

        // Steps that only wait for the cycle are no part of it.
        var path = new List<StepSource>();
        var step = left[0];
        for (; !path.Contains(step); step = anchors[step].Anchor)
        {
            path.Add(step);
        }

        path.RemoveRange(0, path.IndexOf(step));
        verdict.Report(StepRules.StepOrderHasCycle, step.At(Parsing.Anchor.Name(step.Method)), string.Join(" → ", [.. path.Select(s => s.Method.Name), step.Method.Name]));
        isCertain = false;

        // Their constants are still wanted by the rest of the class.
        placed.AddRange(left);
    }

    private void CheckBoth(List<StepSource> placed)
    {
        foreach (var step in placed.Where(s => s.Before is not null && s.After is not null))
        {
            var after = placed.FindIndex(s => s.Is(step.After));
            if (after > placed.IndexOf(step))
            {
                isCertain = false;
                verdict.Report(StepRules.StepOrderHasCycle, step.At(Parsing.Anchor.Name(step.Method)), $"{step.Method.Name} → {step.Before} → {step.After} → {step.Method.Name}");
            }
        }
    }
}
