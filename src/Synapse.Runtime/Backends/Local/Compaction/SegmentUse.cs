using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local.Compaction;

/// <summary>How much of a segment is referred to.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Dead">Bytes of content that nothing refers to, with its names, and of a torn tail.</param>
/// <param name="IsDamaged">Whether not all of it can be read, so that nobody knows what it holds.</param>
internal sealed record SegmentUse(int Number, long Bytes, long Dead, bool IsDamaged)
{
    private const int WorthwhileShare = 10;

    /// <summary>Whether a tenth of it or more would be reclaimed.</summary>
    public bool IsWorthwhile => !IsDamaged && (Dead > 0 || Bytes == 0) && Dead * WorthwhileShare >= Bytes;

    public static SegmentUse Of(SegmentFiles segments, int number, LiveContent live, CancellationToken ct)
    {
        using var handle = FileLock.OpenUnlocked(segments.PathOf(number));
        using var scan = new SegmentScan(handle, 0);
        long dead = 0;
        long used = 0;
        while (scan.MoveNext())
        {
            ct.ThrowIfCancellationRequested();
            var isUsed = scan.Kind == RecordKind.Content
                ? live.At(number, scan.Offset, scan.Sha256) is not null
                : NamesRecord.Read(scan.Payload.ToArray(), number, scan.Offset).Any(named => live.IsUsed(named.Name, named.Content));
            dead += isUsed ? 0 : SegmentRecord.HeaderBytes + scan.Length;
            used += isUsed && scan.Kind == RecordKind.Content ? 1 : 0;
        }

        var bytes = RandomAccess.GetLength(handle);
        return new(number, bytes, dead + bytes - scan.Offset, IsDamaged: used != live.CountIn(number) || (!scan.AtEnd && scan.Resume()));
    }
}
