namespace Synapse;

/// <summary>How a durable loop runs.</summary>
public sealed record ForEachOptions
{
    /// <summary>How many items run at once. Default 1.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Tells two loops of one step apart.</summary>
    public string Name { get; init; } = "";

    /// <summary>How often an item that fails is tried again before it counts as failed. Default 0.</summary>
    public int Retries { get; init; }

    /// <summary>Which failures are worth another try; the others count at once. Default: all are.</summary>
    public Func<Exception, bool>? RetryWhen { get; init; }

    /// <summary>The wait before an item's first retry. It doubles with each further failure, up to five minutes, with a quarter of jitter. Default one second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many items may fail without failing the loop: they are left out of the results and stand in
    /// <see cref="DurableList{T}.Failures"/>. Default 0: the first failure ends the loop. <see cref="int.MaxValue"/> allows all.
    /// A resume tries failed items again as long as their step is not finished.
    /// </summary>
    public int AllowedFailures { get; init; }

    /// <summary>What two items with one key are. Default: an error, because the second would never run.</summary>
    public DuplicateItems Duplicates { get; init; }

    /// <summary>What it is when an item that finished in an earlier attempt is no longer among the items. Default: its result stays, with a warning.</summary>
    public VanishedItems Vanished { get; init; }

    /// <summary>Is told how far the loop is, after each item. It must be quick, and is called for several items at once.</summary>
    public Action<LoopProgress>? Progress { get; init; }

    /// <summary>When an item's place is free for the next one. Default: once its result is on its way to the disk.</summary>
    public ItemDurability Durability { get; init; }
}

/// <summary>How far a durable loop is.</summary>
/// <param name="Finished">Items that finished, those of earlier attempts too.</param>
/// <param name="Failed">Items that failed in this attempt, after their last retry.</param>
/// <param name="Total">How many items there are; null where the input does not know.</param>
public readonly record struct LoopProgress(long Finished, long Failed, long? Total);

/// <summary>What two items of a loop with one key are.</summary>
public enum DuplicateItems
{
    /// <summary>An error that names both.</summary>
    Fail,

    /// <summary>One item: the first one's.</summary>
    Skip,
}

/// <summary>What a finished item is that the loop no longer gets.</summary>
public enum VanishedItems
{
    /// <summary>Part of the results: what it did exists. A warning names it.</summary>
    Keep,

    /// <summary>An error, once all other items have run.</summary>
    Fail,
}

/// <summary>When the place of an item is free for the next one.</summary>
public enum ItemDurability
{
    /// <summary>Once its result is queued. After a crash, items whose result was not yet durable run again, under the same key.</summary>
    Grouped,

    /// <summary>Once its result is durable: after a crash at most as many items run again as run at once. Slower for short bodies.</summary>
    Strict,
}
