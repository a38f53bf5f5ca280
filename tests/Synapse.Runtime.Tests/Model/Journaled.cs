using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Tests.Model;

/// <summary>A run's journal as it lies on the disk, beside what it should be.</summary>
internal sealed class Journaled
{
    private readonly RunRow _run;
    private readonly List<StepRow> _steps;
    private readonly List<EffectRow> _effects;
    private readonly bool _isLeft;
    private readonly Dictionary<(int Position, JournalPhase Phase), Dictionary<string, Item>> _items = [];

    private Journaled(SqliteDatabase database)
    {
        _run = JournalReader.ReadRun(database);
        _steps = JournalReader.ReadSteps(database);
        _effects = JournalReader.ReadEffects(database);
        _isLeft = JournalReader.ReadProcesses(database)[^1].Ended is not null;
        foreach (var loop in JournalReader.ReadLoops(database).Where(loop => loop.Phase != JournalPhase.Output))
        {
            var items = _items[(loop.Position, loop.Phase)] = [];
            ItemReader.ScanKeys(database, loop.Id, (_, key, state) => items.Add(
                System.Text.Encoding.UTF8.GetString(key),
                state switch { ItemState.Claimed => Item.Claimed, ItemState.Done => Item.Done, _ => Item.Failed }));
        }
    }

    public double HighWater => _run.HighWater;

    public static Journaled Read(RunFolder folder) => JournalReader.Look(folder, database => new Journaled(database));

    /// <summary>The first thing that is not as it should be, or null.</summary>
    public string? Difference(Memory memory)
    {
        if (_run.State != memory.State || _isLeft != memory.IsLeft || (_run.Error is null ? null : _run.Error.Step ?? "") != memory.Error)
        {
            return $"run {_run.State}, left {_isLeft}, error of '{_run.Error?.Step}'; should be {memory.State}, left {memory.IsLeft}, error of '{memory.Error}'";
        }

        if (_run.Crashes != memory.Crashes && !(memory.CrashesMayBeOver && _run.Crashes == 0))
        {
            return $"{_run.Crashes} crashes; should be {memory.Crashes}";
        }

        if (_steps.Count != memory.Steps.Count)
        {
            return $"{_steps.Count} steps; should be {memory.Steps.Count}";
        }

        return _steps.Select((row, i) => Difference(row, memory.Steps[i])).FirstOrDefault(difference => difference is not null);
    }

    /// <summary>What of the items and crashes only the journal can tell.</summary>
    public void Settle(Memory memory)
    {
        (memory.Crashes, memory.CrashesMayBeOver) = (_run.Crashes, false);
        for (var i = 0; i < memory.Steps.Count; i++)
        {
            memory.Steps[i].Items.ForEach(item => item.May = Find(i, JournalPhase.Forward, item));
            memory.Steps[i].Undoing.ForEach(item => item.May = Find(i, JournalPhase.Rollback, item));
        }
    }

    private string? Difference(StepRow row, StepMemory step)
    {
        var found = (row.Name, row.Print.Split("shape=")[^1], row.State, row.Attempt, row.Sequence, row.NotBefore is not null);
        var wanted = (step.Plan.Name, step.Plan.Print, step.State, step.Attempt, (long?)step.Sequence, step.IsRetrying);
        if (found != wanted)
        {
            return $"step {found}; should be {wanted}";
        }

        for (var i = 0; i < step.Effects.Length; i++)
        {
            var state = _effects.Find(effect => effect.Key == $"{_run.Id.Text}/{row.Name}/make/{i + 1}")?.State;
            if (state != step.Effects[i])
            {
                return $"effect {i + 1} of {row.Name} {state}; should be {step.Effects[i]}";
            }
        }

        return Difference(row.Position, JournalPhase.Forward, step.Items) ?? Difference(row.Position, JournalPhase.Rollback, step.Undoing);
    }

    private string? Difference(int position, JournalPhase phase, List<ItemMemory> items)
    {
        var wrong = items.Find(item => (Find(position, phase, item) & item.May) == 0);
        return wrong is null ? null : $"item {wrong.Key} {Find(position, phase, wrong)}; should be {wrong.May}";
    }

    private Item Find(int position, JournalPhase phase, ItemMemory item) =>
        _items.TryGetValue((position, phase), out var items) ? items.GetValueOrDefault(item.Key, Item.Absent) : Item.Absent;
}
