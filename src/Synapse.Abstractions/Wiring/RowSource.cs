namespace Synapse.Wiring;

/// <summary>Where the rows of a <see cref="DurableList{T}"/> come from: memory, or the run's journal.</summary>
internal abstract class RowSource<T>
{
    public abstract int Count { get; }

    public virtual bool IsComplete => true;

    public virtual IReadOnlyList<string> InDoubt => [];

    public virtual IReadOnlyList<ItemFailure> Failures => [];

    public abstract IEnumerable<T> Read();
}

internal sealed class MemoryRows<T>(IReadOnlyCollection<T> items) : RowSource<T>
{
    public override int Count => items.Count;

    public override IEnumerable<T> Read() => items;
}
