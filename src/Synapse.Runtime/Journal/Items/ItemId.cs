namespace Synapse.Runtime.Journal.Items;

/// <summary>Item rows of all loops share one append-only table: the loop is the upper part of the row's id.</summary>
internal static class ItemId
{
    public const long MaxOrdinal = (1L << OrdinalBits) - 1;

    private const int OrdinalBits = 40;

    public static long Of(long loop, long ordinal) => (loop << OrdinalBits) | ordinal;

    public static long Ordinal(long id) => id & MaxOrdinal;

    public static long First(long loop) => loop << OrdinalBits;

    public static long Last(long loop) => Of(loop, MaxOrdinal);
}
