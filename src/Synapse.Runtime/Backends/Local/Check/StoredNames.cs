using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local.Check;

/// <summary>What the segments say of their contents' names, in the order of their writing.</summary>
internal static class StoredNames
{
    public static IEnumerable<(ContentName Name, ContentRow Content, bool IsWhole)> Read(
        SegmentFiles segments, BlobFiles blobs, CancellationToken ct)
    {
        foreach (var number in segments.List())
        {
            using var handle = FileLock.OpenUnlocked(segments.PathOf(number));
            using var scan = new SegmentScan(handle, 0);
            var whole = new Dictionary<long, string>();
            do
            {
                while (scan.MoveNext())
                {
                    ct.ThrowIfCancellationRequested();
                    if (scan.Kind == RecordKind.Content)
                    {
                        whole[scan.Offset] = Convert.ToHexStringLower(scan.Sha256);
                        continue;
                    }

                    foreach (var (name, content) in NamesRecord.Read(scan.Payload.ToArray(), number, scan.Offset))
                    {
                        yield return (name, content, IsWhole(content, whole, blobs));
                    }

                    whole.Clear();
                }
            }
            while (!scan.AtEnd && scan.Resume());
        }
    }

    private static bool IsWhole(in ContentRow content, Dictionary<long, string> records, BlobFiles blobs) =>
        content.Segment is null
            ? new FileInfo(blobs.PathOf(content.Sha256)) is { Exists: true } blob && blob.Length == content.Size
            : records.TryGetValue(content.Offset, out var sha256) && sha256 == content.Sha256;
}
