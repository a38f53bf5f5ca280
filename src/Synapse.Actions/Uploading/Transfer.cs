using Synapse.Actions.Uploading.Report;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Uploading;

/// <summary>Uploads groups of files, a group an item of a durable loop: what is uploaded is never sent again.</summary>
internal static class Transfer
{
    public static async Task<DurableList<UploadedGroup>> RunAsync(DurableList<FileGroup> groups, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var options = new ForEachOptions { Parallelism = p.UploadMaxWorkers, Retries = p.UploadMaxRetries, AllowedFailures = int.MaxValue };
        var uploaded = await run.ForEachAsync(groups, group => group.Key, (group, token) => SendAsync(group, p, run, token), options, ct);
        using var report = ReportPart.Create(run, UploadReport.Sending);
        Report(groups, uploaded, report, ct);
        if (report.Count == 0)
        {
            return uploaded;
        }

        if (!uploaded.Any(group => group.Refusal is null))
        {
            throw new UploadException($"None of the {groups.Count} data units could be uploaded. {string.Join(" ", report.Reasons)} All reasons: {UploadReport.PartOf(run, UploadReport.Sending)}.");
        }

        run.Log.Warning("{Count} files were not uploaded, for instance {Reason}", report.Count, report.Reasons[0]);
        return uploaded;
    }

    public static Task UndoAsync(DurableList<UploadedGroup> uploaded, UploadParams p, UploadContext run, CancellationToken ct) => run.ForEachAsync(
        uploaded, group => group.Group.Key, (group, token) => DeleteAsync(group.Files, run, token), p.UploadMaxWorkers, ct: ct);

    public static async Task DeleteAsync(IEnumerable<DataFile> files, UploadContext run, CancellationToken ct)
    {
        foreach (var file in files)
        {
            await run.Backend.DataFiles.DeleteAsync(file.Id, ct);
        }
    }

    // A refusal is an answer and no failure: trying again gives the same.
    private static async Task<UploadedGroup> SendAsync(FileGroup group, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var sent = new List<DataFile>(group.Files.Count);
        foreach (var file in group.Files)
        {
            using var screen = p.ScreenContent ? new ContentScreen(file.Path) : null;
            try
            {
                sent.Add(await run.UploadFileAsync(new SourceFile(file.Path, file.Name), screen, ct));
            }
            catch (ContentRefusedException e)
            {
                await DeleteAsync(sent, run, ct);
                return new(group, [], e.Message);
            }
        }

        return new(group, sent, null);
    }

    private static void Report(DurableList<FileGroup> groups, DurableList<UploadedGroup> uploaded, ReportPart report, CancellationToken ct)
    {
        foreach (var refused in uploaded.Where(group => group.Refusal is not null))
        {
            foreach (var file in refused.Group.Files)
            {
                report.Drop(file.Path, file.Specification, refused.Refusal!);
            }
        }

        var failures = uploaded.Failures.ToDictionary(failure => failure.Key, failure => failure.Message, StringComparer.Ordinal);
        if (failures.Count == 0)
        {
            return;
        }

        foreach (var group in groups)
        {
            ct.ThrowIfCancellationRequested();
            if (failures.TryGetValue(group.Key, out var cause))
            {
                foreach (var file in group.Files)
                {
                    report.Add(FileOutcome.Failed, file.Path, file.Specification, cause, null);
                }
            }
        }
    }
}
