namespace Synapse.Runtime.Journal;

internal sealed record JournalOptions(TimeProvider Clock, IRecordShipper? Shipper = null)
{
    public static JournalOptions Default { get; } = new(TimeProvider.System);
}
