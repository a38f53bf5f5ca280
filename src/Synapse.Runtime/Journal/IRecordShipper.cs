using Synapse.Runtime.Journal.Records;

namespace Synapse.Runtime.Journal;

/// <summary>Takes the same records, in the same groups, to a place that other machines see.</summary>
internal interface IRecordShipper
{
    void Ship(ReadOnlySpan<JournalRecord> committed);
}
