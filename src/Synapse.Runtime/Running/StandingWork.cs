using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running.Loops;

namespace Synapse.Runtime.Running;

/// <summary>What the steps of a run made that stands, or may, as far as its journal knows: calls that create something, and items.</summary>
internal static class StandingWork
{
    public static IReadOnlyList<StandingStep> Read(SqliteDatabase database)
    {
        var run = JournalReader.ReadRun(database);
        var effects = JournalReader.ReadEffects(database).Where(static effect => effect.State != EffectState.Undone).ToList();
        var loops = JournalReader.ReadLoops(database);
        var standing = new List<StandingStep>();
        foreach (var step in JournalReader.ReadSteps(database).Where(static step => step.State is not (StepState.Pending or StepState.Skipped)))
        {
            var prefix = $"{run.Id.Text}/{step.Name}/";
            var calls = effects.Where(effect => effect.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            var items = step.State == StepState.Undone ? [] : Loops(database, loops, step.Position);
            if (calls.Count + items.Count > 0 || step.State == StepState.UndoFailed)
            {
                standing.Add(new StandingStep(step, calls, items));
            }
        }

        return standing;
    }

    /// <summary>Items that are done or in doubt, in order, but for those that the step's own rollback has undone.</summary>
    public static IEnumerable<ItemRow> Items(SqliteDatabase database, StandingLoop loop)
    {
        foreach (var state in (ItemState[])[ItemState.Claimed, ItemState.Done])
        {
            long after = -1;
            while (ItemReader.Page(database, loop.Row.Id, state, after) is { Count: > 0 } page)
            {
                foreach (var item in page)
                {
                    if (!loop.IsUndone(item.Key))
                    {
                        yield return item;
                    }
                }

                after = page[^1].Ordinal;
            }
        }
    }

    private static List<StandingLoop> Loops(SqliteDatabase database, List<LoopRow> loops, int position)
    {
        var undone = new HashSet<UInt128>();
        foreach (var rollback in loops.Where(loop => loop.Position == position && loop.Phase == JournalPhase.Rollback))
        {
            ItemReader.ScanKeys(database, rollback.Id, (_, key, state) =>
            {
                if (state == ItemState.Done)
                {
                    undone.Add(KeyHash.Of(key));
                }
            });
        }

        var standing = new List<StandingLoop>();
        foreach (var loop in loops.Where(loop => loop.Position == position && loop.Phase == JournalPhase.Forward))
        {
            var (done, inDoubt) = Count(database, loop, undone);
            if (done + inDoubt > 0)
            {
                standing.Add(new StandingLoop(loop, done, inDoubt, undone));
            }
        }

        return standing;
    }

    private static (long Done, long InDoubt) Count(SqliteDatabase database, LoopRow loop, HashSet<UInt128> undone)
    {
        var (done, inDoubt) = (0L, 0L);
        ItemReader.ScanKeys(database, loop.Id, (_, key, state) =>
        {
            var stands = undone.Count == 0 || !undone.Contains(KeyHash.Of(key));
            done += stands && state == ItemState.Done ? 1 : 0;
            inDoubt += stands && state == ItemState.Claimed ? 1 : 0;
        });
        return (done, inDoubt);
    }
}

/// <summary>A step, its calls that are not undone, and its loops with items that are not.</summary>
internal sealed record StandingStep(StepRow Row, IReadOnlyList<EffectRow> Calls, IReadOnlyList<StandingLoop> Loops);

/// <summary>A loop with the numbers of items that stand, and that may.</summary>
internal sealed record StandingLoop(LoopRow Row, long Done, long InDoubt, HashSet<UInt128> Undone)
{
    public bool IsUndone(string? key) => Undone.Count > 0 && key is not null && Undone.Contains(KeyHash.Of(System.Text.Encoding.UTF8.GetBytes(key)));
}
