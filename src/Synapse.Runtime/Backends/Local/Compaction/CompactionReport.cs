namespace Synapse.Runtime.Backends.Local.Compaction;

/// <summary>What a compaction did.</summary>
/// <param name="Segments">Segments that are gone; what is used of them stands in others.</param>
/// <param name="Blobs">Blobs that nothing referred to.</param>
/// <param name="Bytes">What was reclaimed, of segments, blobs and the index.</param>
/// <param name="Left">Bytes that nothing refers to in segments that hold little of it, so that they stay as they are.</param>
/// <param name="Damaged">Segments that are damaged and stay as they are.</param>
internal sealed record CompactionReport(int Segments, int Blobs, long Bytes, long Left, IReadOnlyList<int> Damaged);
