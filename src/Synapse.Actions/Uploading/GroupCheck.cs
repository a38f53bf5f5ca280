using System.Globalization;
using System.Runtime.CompilerServices;
using Synapse.Actions.Uploading.Report;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Uploading;

/// <summary>Leaves out files that a data collection does not allow, and groups that lack a required one then.</summary>
internal static class GroupCheck
{
    private const long MiB = 1024 * 1024;

    public static async IAsyncEnumerable<FileGroup> FilterAsync(
        DurableList<FileGroup> groups, DataCollection collection, UploadParams p, UploadContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        using var report = ReportPart.Create(run, UploadReport.Checking);
        var passed = 0;
        var allowed = groups.Select(group => Keep(group, file => Problem(file, collection.Files.First(s => s.Name == file.Specification), p), collection, report)).OfType<FileGroup>();
        var frameRates = new FrameRateCheck(collection, run);
        var good = p.CheckFrameRate && frameRates.IsNeeded
            ? frameRates.LookAsync(allowed, ct).Select(look => Keep(look.Group, file => look.Problems.GetValueOrDefault(file), collection, report)).OfType<FileGroup>()
            : allowed.ToAsyncEnumerable();
        await foreach (var group in good.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            passed++;
            yield return group;
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

    /// <summary>The group without the files that have a problem; null if what is left makes no data unit.</summary>
    private static FileGroup? Keep(FileGroup group, Func<GroupFile, string?> problemOf, DataCollection collection, ReportPart report)
    {
        var good = new List<GroupFile>(group.Files.Count);
        foreach (var file in group.Files)
        {
            if (problemOf(file) is { } problem)
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
