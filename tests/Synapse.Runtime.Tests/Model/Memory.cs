using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Tests.Model;

/// <summary>What may be journaled of an item; more than one where only the journal can tell.</summary>
[Flags]
internal enum Item { Absent = 1, Claimed = 2, Done = 4, Failed = 8 }

internal sealed class ItemMemory(string key)
{
    public string Key => key;

    public Item May { get; set; } = Item.Absent;

    /// <summary>What the item's last good call returned.</summary>
    public string Result { get; set; } = "";

    /// <summary>Calls of this attempt, and whether the last of them settled the item.</summary>
    public int Tries { get; set; }

    public bool IsSettled { get; set; }

    public bool IsKnown => (May & (May - 1)) == 0;

    public ItemMemory Clone() => (ItemMemory)MemberwiseClone();
}

/// <summary>A step as its row should be.</summary>
internal sealed class StepMemory(PlanStep plan)
{
    public PlanStep Plan { get; set; } = plan;

    public StepState State { get; set; }

    public int Attempt { get; set; }

    public int? Sequence { get; set; }

    public bool IsRetrying { get; set; }

    /// <summary>Failures since the last start that was not a retry.</summary>
    public int Failures { get; set; }

    public string? Value { get; set; }

    public IReadOnlyList<string>? Rows { get; set; }

    public EffectState?[] Effects { get; private set; } = new EffectState?[plan.Effects];

    public List<ItemMemory> Items { get; private set; } =
        plan.Output == Output.Loop ? [.. plan.Items.Select((_, item) => new ItemMemory(plan.Key(item)))] : [];

    public List<ItemMemory> Undoing { get; set; } = [];

    /// <summary>What the step's rollback finds: its rows, or what its loop did so far.</summary>
    public IReadOnlyList<string> RowsSoFar => Rows ?? [.. Items.Where(item => item.May == Item.Done).Select(item => item.Result)];

    public StepMemory Clone()
    {
        var clone = (StepMemory)MemberwiseClone();
        clone.Effects = [.. Effects];
        clone.Items = [.. Items.Select(item => item.Clone())];
        clone.Undoing = [.. Undoing.Select(item => item.Clone())];
        return clone;
    }
}

/// <summary>A run as its journal should be.</summary>
internal sealed class Memory(IEnumerable<PlanStep> plan)
{
    public RunState State { get; set; }

    /// <summary>The step whose failure is the run's error; empty for an error of no step.</summary>
    public string? Error { get; set; }

    /// <summary>The rollback followed from no failure.</summary>
    public bool UndoAsked { get; set; }

    public int Crashes { get; set; }

    /// <summary>An item may have finished since the last crash.</summary>
    public bool CrashesMayBeOver { get; set; }

    /// <summary>The last process said goodbye.</summary>
    public bool IsLeft { get; set; }

    public List<StepMemory> Steps { get; private set; } = [.. plan.Select(step => new StepMemory(step))];

    public Memory Clone()
    {
        var clone = (Memory)MemberwiseClone();
        clone.Steps = [.. Steps.Select(step => step.Clone())];
        return clone;
    }
}
