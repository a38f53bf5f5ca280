namespace Synapse.Runtime.Journal.Items;

/// <summary>Called on the writer's thread, so it must only note and signal.</summary>
internal interface IItemObserver
{
    void Durable(in ItemMove move);

    /// <summary>One batch is over; results among the moves that were just reported: <paramref name="finished"/>.</summary>
    void BatchCommitted(int finished);

    void Broken(Exception cause);
}
