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
        do
        {
            while (scan.MoveNext())
            {
                ct.ThrowIfCancellationRequested();
                if (scan.Kind == RecordKind.Content)
                {
                    _records[(number, scan.Offset)] = SegmentRecord.HeaderBytes + scan.Length;
                }
            }

            if (!scan.AtEnd)
            {
                _bad.Add(new(number, scan.Offset));
            }
        }
        while (!scan.AtEnd && scan.Resume());
    }
}
