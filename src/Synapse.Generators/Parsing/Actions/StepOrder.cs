using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

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

    private StepOrder(List<StepSource> steps, INamedTypeSymbol action, Verdict verdict)
    {
        this.steps = steps;
        this.action = action;
        this.verdict = verdict;
    }

    public static List<StepSource> Arrange(List<StepSource> steps, INamedTypeSymbol action, Verdict verdict)
    {
        var order = new StepOrder(steps, action, verdict);
        order.ReadAnchors();
        return order.Place();
    }

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
            if (uses.Named<string>(setting) is { } name)
            {
                var at = Parsing.Anchor.Attribute(action, uses, uses.Position(setting));
                // One message a set, not one a step.
                var isFirst = steps.First(s => s.Uses == uses) == step;
                Anchor(step, setting, name, at, isBefore: setting == "Before", report: isFirst);
            }
        }
    }

    private void Anchor(StepSource step, string setting, string name, Anchor at, bool isBefore, bool report = true)
    {
        var target = steps.FirstOrDefault(s => s.Method.Name == name);
        if (target is null)
        {
            if (report)
            {
                var known = "Its steps are " + string.Join(", ", steps.Select(s => s.Method.Name)) + ".";
                verdict.Report(StepRules.AnchorIsNoStep, at, setting, name, action.Name, known);
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

        ReportCycle(placed);
        CheckBoth(placed);
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
        if (left.Count > 0)
        {
            var names = left.Select(s => s.Method.Name).ToList();
            verdict.Report(StepRules.StepOrderHasCycle, left[0].At(Parsing.Anchor.Name(left[0].Method)), string.Join(" → ", [.. names, names[0]]));
        }
    }

    private void CheckBoth(List<StepSource> placed)
    {
        foreach (var step in placed.Where(s => s.Before is not null && s.After is not null))
        {
            var after = placed.FindIndex(s => s.Method.Name == step.After);
            if (after > placed.IndexOf(step))
            {
                verdict.Report(StepRules.StepOrderHasCycle, step.At(Parsing.Anchor.Name(step.Method)), $"{step.Method.Name} → {step.Before} → {step.After} → {step.Method.Name}");
            }
        }
    }
}
