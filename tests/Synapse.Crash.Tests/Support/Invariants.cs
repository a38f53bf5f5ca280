using Synapse.Runtime.Journal;

namespace Synapse.Crash.Tests.Support;

/// <summary>What must be true whenever no process is at work, however the last one ended.</summary>
internal sealed class Invariants(Scenario scenario)
{
    private int _seen;

    public JournalView? View { get; private set; }

    public Invariants Fork() => new(scenario) { View = View, _seen = _seen };

    public void Observe(JournalView? now, IReadOnlyList<Effect> effects)
    {
        var fresh = effects.Skip(_seen).ToList();
        if (now is null)
        {
            Assert.True(View is null && effects.Count == 0, "A run that had begun is gone.");
            return;
        }

        Assert.All(fresh, effect => IsKnown(now, effect));
        if (View is { } earlier)
        {
            Assert.Equal(earlier.Run, now.Run);
            Assert.True(now.HighWater >= earlier.HighWater, $"Progress fell from {earlier.HighWater} to {now.HighWater}.");
            Assert.True(!earlier.IsTerminal || earlier.State == now.State, $"The run was {earlier.State} and is {now.State}.");
            Assert.All(fresh, effect => IsNoRepeat(earlier, effect));
        }

        HasWholeBoundaries(now);
        View = now;
        _seen = effects.Count;
    }

    /// <summary>Whatever happened was claimed before, under this run's key.</summary>
    public static void IsKnown(JournalView journal, Effect effect)
    {
        Assert.Equal(journal.Run, effect.Run);
        var step = journal.Steps[effect.Step];
        Assert.True(step.State != StepState.Pending && step.Attempt >= effect.Attempt, $"{effect} happened, and the journal knows nothing of this attempt: {step}.");
        if (effect.IsRollback)
        {
            Assert.True(journal.State is RunState.RollingBack or RunState.RolledBack or RunState.RollbackIncomplete or RunState.Stopped, $"{effect} happened, and the run is {journal.State}.");
        }

        var phase = effect.IsRollback ? JournalPhase.Rollback : JournalPhase.Forward;
        Assert.True(effect.Item.Length == 0 || journal.Item(effect.Step, phase, effect.Item) is not null, $"{effect} happened, and its item was not claimed.");
    }

    /// <summary>Every effect at least once, and undone if it had to be.</summary>
    public void AtEnd(IReadOnlyList<Effect> effects, bool mayUndo)
    {
        if (View!.State == RunState.RolledBack)
        {
            Assert.True(scenario.Fails || mayUndo, "A run that does not fail was rolled back.");
            var undone = effects.Where(effect => effect.IsRollback).Select(effect => effect.Step).ToHashSet();
            Assert.All(
                effects.Where(effect => effect is { IsRollback: false, Step: "first" or "each" or "send" }),
                effect => Assert.Contains(effect.Step, undone));
            Assert.All(
                effects.Where(effect => effect is { IsRollback: false, Step: "each" }),
                effect => Assert.Contains(effects, undo => undo.IsRollback && undo.Step == effect.Step && undo.Item == effect.Item));
            return;
        }

        Assert.False(scenario.Fails, "A run whose last step fails was completed.");
        Assert.Equal(100, View.HighWater);
        var done = effects.Select(effect => (effect.Step, effect.Item)).ToHashSet();
        Assert.All(scenario.Effects, effect => Assert.Contains(effect, done));
    }

    private static void IsNoRepeat(JournalView earlier, Effect effect)
    {
        var step = earlier.Steps[effect.Step];
        if (effect.IsRollback)
        {
            Assert.True(step.State != StepState.Undone, $"{effect}: the step was undone already.");
            Assert.True(earlier.Item(effect.Step, JournalPhase.Rollback, effect.Item) != ItemState.Done, $"{effect}: the item was undone already.");
            return;
        }

        Assert.True(earlier.State is not (RunState.RollingBack or RunState.RolledBack or RunState.RollbackIncomplete), $"{effect}: the run was {earlier.State}.");
        Assert.True(step.State is StepState.Pending or StepState.Intent, $"{effect}: the step was {step.State}.");
        Assert.True(effect.Item.Length == 0 || earlier.Item(effect.Step, JournalPhase.Forward, effect.Item) != ItemState.Done, $"{effect}: the item was finished.");
    }

    /// <summary>The end of a step and what follows from it are one: there is no instant between them.</summary>
    private static void HasWholeBoundaries(JournalView now)
    {
        if (now.State != RunState.Running)
        {
            return;
        }

        var states = now.Steps.Values.Select(step => step.State).ToList();
        var begun = states.Any(state => state != StepState.Pending);

        // Whether a step is to be skipped is asked after the end of the one before is durable.
        var next = now.Steps.FirstOrDefault(step => step.Value.State is StepState.Pending or StepState.Intent);
        var isAsked = next.Key == Scenario.MaySkip && next.Value.State == StepState.Pending;
        Assert.True(!begun || isAsked || states.Count(state => state == StepState.Intent) == 1, $"A running run has one step in flight; these are {string.Join(", ", states)}.");
    }
}
