using System.Collections.ObjectModel;
using Synapse.Actions.Uploading.Metadata;
using Synapse.Actions.Uploading.Report;

namespace Synapse.Actions.Uploading;

/// <summary>
/// Finds the files and puts those together that make a data unit, in an order that is the same each time. Only one folder
/// of each specification is in memory at a time.
/// </summary>
internal static class FileGroups
{
    public static IAsyncEnumerable<FileGroup> FindAsync(
        UploadSource source, DurableList<MetadataRow>? metadata, UploadParams p, UploadContext run, CancellationToken ct) =>
        Find(source, metadata, p, run, ct).ToAsyncEnumerable();

    private static IEnumerable<FileGroup> Find(
        UploadSource source, DurableList<MetadataRow>? metadata, UploadParams p, UploadContext run, CancellationToken ct)
    {
        using var report = ReportPart.Create(run, UploadReport.Organizing);
        var rows = new MetadataMatch(metadata);
        var walk = new FolderWalk(source, report, ct);
        var count = 0;
        var files = 0;
        foreach (var group in p.GroupFilesBy == FileGrouping.Path ? walk.ByPath() : walk.ByName())
        {
            count++;
            files += group.Files.Count;
            yield return group with { Meta = rows.Find(group) ?? ReadOnlyDictionary<string, string>.Empty };
        }

        run.Log.Info("Found {Files} files that make {Count} data units", files, count);
        if (rows.Unused is > 0 and var unused)
        {
            run.Log.Warning("{Count} rows of the metadata table are about no file that was found", unused);
        }
    }
}
