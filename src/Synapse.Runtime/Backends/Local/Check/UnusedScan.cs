using Synapse.Runtime.Backends.Local.Content;

namespace Synapse.Runtime.Backends.Local.Check;

/// <summary>Everything that is stored, until a row claims it.</summary>
internal sealed class UnusedScan
{
    private readonly Dictionary<(int Segment, long Offset), long> _records = [];
    private readonly Dictionary<string, long> _blobs = new(StringComparer.Ordinal);
    private readonly List<BadPlace> _bad = [];

    public IReadOnlyList<BadPlace> BadPlaces => _bad;

    public static UnusedScan Run(SegmentFiles segments, BlobFiles blobs, CancellationToken ct)
    {
        var scan = new UnusedScan();
        foreach (var path in blobs.List())
        {
            scan._blobs[Path.GetFileName(path)] = new FileInfo(path).Length;
        }

        foreach (var number in segments.List())
        {
            scan.Add(segments, number, ct);
        }

        return scan;
    }

    public void Used(in ContentRow content)
    {
        if (content.Segment is { } segment)
        {
            _records.Remove((segment, content.Offset));
        }
        else
        {
            _blobs.Remove(content.Sha256);
        }
    }

    public UnusedContent Unused() => new(_records.Count, _blobs.Count, _records.Values.Sum() + _blobs.Values.Sum());

    private void Add(SegmentFiles segments, int number, CancellationToken ct)
    {
        using var handle = FileLock.OpenUnlocked(segments.PathOf(number));
        using var scan = new SegmentScan(handle, 0);
        while (true)
        {
            while (scan.MoveNext())
            {
                ct.ThrowIfCancellationRequested();
                if (scan.Kind == RecordKind.Content)
                {
                    _records[(number, scan.Offset)] = SegmentRecord.HeaderBytes + scan.Length;
                }
            }

            var bad = new BadPlace(number, scan.Offset);
            if (scan.AtEnd || !scan.Resume())
            {
                // A torn tail is what a killed process leaves: no row knows of it, or that row is found damaged.
                return;
            }

            _bad.Add(bad);
        }
    }
}
