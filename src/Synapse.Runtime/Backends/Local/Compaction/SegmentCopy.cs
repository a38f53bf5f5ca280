using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local.Compaction;

/// <summary>Copies what is used of a segment into others, group by group: durable there first, then in the index.</summary>
internal sealed class SegmentCopy(SegmentFiles segments, SegmentAppender appender, LiveContent live)
{
    /// <summary>The live records since the last names, which say what they are called.</summary>
    private readonly Dictionary<long, (long Id, byte[] Record)> _records = [];

    /// <returns>Bytes that were written.</returns>
    public long Run(int number, CancellationToken ct)
    {
        long written = 0;
        using var handle = FileLock.OpenUnlocked(segments.PathOf(number));
        using var scan = new SegmentScan(handle, 0);
        while (scan.MoveNext())
        {
            ct.ThrowIfCancellationRequested();
            if (scan.Kind == RecordKind.Names)
            {
                written += Flush(number, scan);
                _records.Clear();
            }
            else if (live.At(number, scan.Offset, scan.Sha256) is { } id)
            {
                _records.Add(scan.Offset, (id, Record(scan)));
            }
        }

        _records.Clear();
        return written;
    }

    private static byte[] Record(SegmentScan scan)
    {
        var record = new byte[SegmentRecord.HeaderBytes + scan.Length];
        SegmentRecord.WriteHeader(record, RecordKind.Content, scan.Length, scan.Sha256);
        scan.Payload.CopyTo(record.AsSpan(SegmentRecord.HeaderBytes));
        return record;
    }

    private long Flush(int number, SegmentScan names)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var ids = new List<long>();
        var kept = new List<NamedContent>();
        foreach (var (name, content) in NamesRecord.Read(names.Payload.ToArray(), number, names.Offset))
        {
            var sha256 = Convert.FromHexString(content.Sha256);
            if (content.Segment is null)
            {
                if (live.IsNamed(name, content.Sha256))
                {
                    kept.Add(new(name, content.Size, sha256, null));
                }
            }
            else if (_records.Remove(content.Offset, out var found))
            {
                parts.Add(found.Record);
                ids.Add(found.Id);
                kept.Add(new(name, content.Size, sha256, found.Record.Length));
            }
        }

        return kept.Count == 0 ? 0 : Append(parts, ids, kept);
    }

    private long Append(List<ReadOnlyMemory<byte>> parts, List<long> ids, List<NamedContent> kept)
    {
        parts.Add(NamesRecord.Write(kept));
        var total = parts.Sum(part => (long)part.Length);
        var (segment, offset) = appender.Append(parts, total);
        var places = new List<(long, int, long)>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            places.Add((ids[i], segment, offset));
            offset += parts[i].Length;
        }

        live.Move(places);
        return total;
    }
}
