namespace Synapse.Runtime.Backends.Local.Check;

/// <summary>What a check found.</summary>
/// <param name="Checked">Files and models whose content was read and proved.</param>
/// <param name="Damaged">Those whose content is missing or not what was stored.</param>
/// <param name="Unused">Content without a row: left by a killed process, or of something that was deleted.</param>
/// <param name="BadPlaces">Where a segment holds bytes that are no whole record.</param>
internal sealed record CheckReport(
    long Checked, IReadOnlyList<DamagedContent> Damaged, UnusedContent Unused, IReadOnlyList<BadPlace> BadPlaces)
{
    public bool IsSound => Damaged.Count == 0 && BadPlaces.Count == 0;
}

/// <param name="Kind"><c>data file</c> or <c>model</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record DamagedContent(string Kind, long Id, string Name, string Reason);

/// <param name="Records">Records of segments.</param>
/// <param name="Blobs">Blobs.</param>
/// <param name="Bytes">Of both.</param>
internal sealed record UnusedContent(long Records, long Blobs, long Bytes);

/// <param name="Segment">Number of the segment.</param>
/// <param name="Offset">The first byte that belongs to no record.</param>
internal sealed record BadPlace(int Segment, long Offset);
