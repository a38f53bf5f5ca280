using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>What still stands, or may, after a rollback.</summary>
internal static class Leftovers
{
    public static IReadOnlyList<Leftover> Of(RunJournal journal, IReadOnlyList<StepRow> steps, RunId run)
    {
        var effects = journal.Read(JournalReader.ReadEffects).Where(effect => effect.State != EffectState.Undone).ToList();
        var loops = journal.Read(JournalReader.ReadLoops);
        var leftovers = new List<Leftover>();
        foreach (var step in steps)
        {
            if (step.State == StepState.UndoFailed)
            {
                leftovers.Add(new Leftover(step.Name, $"Its rollback failed: {step.Error?.Message}"));
                continue;
            }

            var prefix = $"{run.Text}/{step.Name}/";
            var calls = effects.Count(effect => effect.Key.StartsWith(prefix, StringComparison.Ordinal));
            var items = loops.Where(loop => loop.Position == step.Position && loop.Phase == JournalPhase.Forward).Sum(loop => loop.Done);
            if (calls + items > 0 && step.State is StepState.Intent or StepState.Failed or StepState.Completed)
            {
                leftovers.Add(new Leftover(step.Name, Reason(step, calls, items)));
            }
        }

        return leftovers;
    }

    private static string Reason(StepRow step, int calls, long items)
    {
        var what = items > 0 ? $"{items} finished items" : $"{calls} calls that create something";
        return step.State == StepState.Completed
            ? $"It has no rollback; {what} of it stand."
            : $"It was not finished and its rollback is for finished work only; {what} of it may stand.";
    }
}
