using System.Globalization;
using Synapse.Actions.Uploading.Report;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Uploading;

/// <summary>Leaves out files that a data collection does not allow, and groups that lack a required one then.</summary>
internal static class GroupCheck
{
    private const long MiB = 1024 * 1024;

    public static IAsyncEnumerable<FileGroup> FilterAsync(
        DurableList<FileGroup> groups, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct) =>
        Filter(groups, collection, p, run, ct).ToAsyncEnumerable();

    private static IEnumerable<FileGroup> Filter(
        DurableList<FileGroup> groups, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct)
    {
        using var report = ReportPart.Create(run, UploadReport.Checking);
        var passed = 0;
        foreach (var group in groups)
        {
            ct.ThrowIfCancellationRequested();
            if (Check(group, collection, p, report) is { } good)
            {
                passed++;
                yield return good;
            }
        }

        if (passed == 0)
        {
            throw new UploadException(groups.Count == 0
                ? $"No file was found to upload; {UploadReport.PartOf(run, UploadReport.Organizing)} lists what was left out."
                : $"None of the {groups.Count} data units can be uploaded. {string.Join(" ", report.Reasons)} All reasons: {UploadReport.PartOf(run, UploadReport.Checking)}.");
        }

        if (report.Count > 0)
        {
            run.Log.Warning("Left out {Count} files, for instance {Reason}", report.Count, report.Reasons[0]);
        }
    }

    private static FileGroup? Check(FileGroup group, DataCollection collection, UploadParams p, ReportPart report)
    {
        var good = new List<GroupFile>(group.Files.Count);
        foreach (var file in group.Files)
        {
            var specification = collection.Files.First(s => s.Name == file.Specification);
            if (Problem(file, specification, p) is { } problem)
            {
                report.Drop(file.Path, file.Specification, problem);
            }
            else
            {
                good.Add(file);
            }
        }

        var lacking = collection.Files.Where(s => s.IsRequired && good.TrueForAll(file => file.Specification != s.Name)).Select(s => s.Name).ToList();
        if (lacking.Count == 0 && good.Count > 0)
        {
            return good.Count == group.Files.Count ? group : group with { Files = good };
        }

        foreach (var file in good)
        {
            report.Drop(file.Path, file.Specification, $"Its data unit lacks {string.Join(", ", lacking)}.");
        }

        return null;
    }

    private static string? Problem(GroupFile file, FileSpecification specification, UploadParams p)
    {
        var extension = Path.GetExtension(file.Path).TrimStart('.');
        return file.Size == 0 ? "It is empty."
            : p.FileSizeLimitMb is { } limit && file.Size > limit * MiB ? string.Create(CultureInfo.InvariantCulture, $"It has {file.Size} bytes; the limit is {limit} MiB (file_size_limit_mb).")
            : !IsAllowed(extension, specification) ? $"Its extension is '{extension}'; '{specification.Name}' takes {string.Join(", ", specification.Extensions)}."
            : p.ScreenContent ? NameRules.Problem(Path.GetFileName(file.Path))
            : null;
    }

    private static bool IsAllowed(string extension, FileSpecification specification) =>
        specification.Extensions.Count == 0
        || specification.Extensions.Any(allowed => extension.Equals(allowed.TrimStart('.'), StringComparison.OrdinalIgnoreCase));
}
