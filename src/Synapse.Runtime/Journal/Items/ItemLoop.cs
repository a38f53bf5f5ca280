namespace Synapse.Runtime.Journal.Items;

/// <summary>A loop whose items are being journaled, and who wants to know when they are durable.</summary>
internal sealed class ItemLoop(long id, IItemObserver observer)
{
    public long Id => id;

    public IItemObserver Observer => observer;
}
