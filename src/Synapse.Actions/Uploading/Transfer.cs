using System.Collections.Concurrent;
using Synapse.Actions.Uploading.Report;
using Synapse.Actions.Uploading.Screening;

namespace Synapse.Actions.Uploading;

/// <summary>Uploads groups of files, a group an item of a durable loop: what is uploaded is never sent again.</summary>
internal sealed class Transfer(UploadParams p, UploadContext run)
{
    // The files of groups that failed midway: a retry goes on with the next one, and those of a group that failed for good
    // must not stay. A resume tries such a group again, and is given the same files under their keys.
    private readonly ConcurrentDictionary<string, List<DataFile>> _begun = new(StringComparer.Ordinal);

    private int _accepted;
    private bool _refusedOne;

    public static async Task<DurableList<UploadedGroup>> RunAsync(DurableList<FileGroup> groups, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var transfer = new Transfer(p, run);
        var options = new ForEachOptions { Parallelism = p.UploadMaxWorkers, Retries = p.UploadMaxRetries, AllowedFailures = int.MaxValue };
        var uploaded = await run.ForEachAsync(groups, group => group.Key, transfer.SendAsync, options, ct);
        var refused = transfer.Refused(uploaded);
        var left = await LeftFiles.DeleteAsync(transfer.Incomplete(refused, uploaded.Failures), "incomplete", p, run, ct);
        using var report = ReportPart.Create(run, UploadReport.Sending);
        Report(groups, refused, uploaded.Failures, left, report, ct);
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
        uploaded, group => group.Group.Key, (group, token) => LeftFiles.DeleteAsync(group.Files, run, token), p.UploadMaxWorkers, ct: ct);

    // A refusal is an answer and no failure: trying again gives the same.
    private async Task<UploadedGroup> SendAsync(FileGroup group, CancellationToken ct)
    {
        var sent = _begun.TryGetValue(group.Key, out var before) ? before : new List<DataFile>(group.Files.Count);
        foreach (var file in group.Files.Skip(sent.Count))
        {
            using var screen = p.ScreenContent ? new ContentScreen(file.Path) : null;
            try
            {
                sent.Add(await run.UploadFileAsync(new SourceFile(file.Path, file.Name), key: file.Specification, screen, ct));
            }
            catch (ContentRefusedException e)
            {
                Volatile.Write(ref _refusedOne, true);
                return new(group, sent, e.Message);
            }
            catch when (sent.Count > 0)
            {
                _begun[group.Key] = sent;
                throw;
            }
        }

        Interlocked.Increment(ref _accepted);
        return new(group, sent, null);
    }

    // Most uploads refuse nothing, and reading back what each group became costs as much as a tenth of sending it.
    private IEnumerable<UploadedGroup> Refused(DurableList<UploadedGroup> uploaded) =>
        !Volatile.Read(ref _refusedOne) && Volatile.Read(ref _accepted) == uploaded.Count ? [] : uploaded.Where(group => group.Refusal is not null);

    private IEnumerable<IncompleteGroup> Incomplete(IEnumerable<UploadedGroup> refused, IReadOnlyList<ItemFailure> failures) =>
        refused.Where(group => group.Files.Count > 0).Select(group => new IncompleteGroup(group.Group.Key, group.Files))
            .Concat(failures.Where(failure => _begun.ContainsKey(failure.Key)).Select(failure => new IncompleteGroup(failure.Key, _begun[failure.Key])));

    private static void Report(
        DurableList<FileGroup> groups, IEnumerable<UploadedGroup> refused, IReadOnlyList<ItemFailure> failures, LeftFiles left, ReportPart report, CancellationToken ct)
    {
        foreach (var group in refused)
        {
            foreach (var file in group.Group.Files)
            {
                report.Drop(file.Path, file.Specification, group.Refusal! + left.Of(group.Group.Key));
            }
        }

        if (failures.Count == 0)
        {
            return;
        }

        var causes = failures.ToDictionary(failure => failure.Key, failure => failure.Message, StringComparer.Ordinal);

        foreach (var group in groups)
        {
            ct.ThrowIfCancellationRequested();
            if (causes.TryGetValue(group.Key, out var cause))
            {
                foreach (var file in group.Files)
                {
                    report.Add(FileOutcome.Failed, file.Path, file.Specification, cause + left.Of(group.Key), null);
                }
            }
        }
    }
}
