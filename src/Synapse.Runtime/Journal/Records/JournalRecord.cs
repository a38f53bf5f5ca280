namespace Synapse.Runtime.Journal.Records;

/// <summary>
/// One fact of a run. What belongs together is committed together: the same records, in the same groups,
/// are what a journal on shared storage will be shipped.
/// </summary>
internal abstract record JournalRecord
{
    /// <summary>Something is newly durable, so the run is not merely crashing in circles.</summary>
    public virtual bool IsProgress => false;
}
