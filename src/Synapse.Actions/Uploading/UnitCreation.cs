using System.Globalization;
using Synapse.Actions.Uploading.Report;

namespace Synapse.Actions.Uploading;

/// <summary>Creates data units in batches, a batch an item of a durable loop: none is created twice.</summary>
internal static class UnitCreation
{
    public static async Task<DurableList<CreatedUnits>> RunAsync(
        DurableList<UploadedGroup> uploaded, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var sent = uploaded.Where(group => group.Refusal is null);
        var duplicates = await Duplicates.FindAsync(sent, collection, p, run, ct);
        var options = new ForEachOptions
        {
            Parallelism = p.CreatingDataUnitMaxWorkers,
            Retries = p.CreatingDataUnitMaxRetries,
            AllowedFailures = int.MaxValue,
        };
        var created = await run.ForEachAsync(
            sent.Where(group => !duplicates.Has(group)).Chunk(p.CreatingDataUnitBatchSize).Index(),
            batch => BatchKey(batch.Index),
            (batch, token) => CreateAsync(batch.Item, collection, p, run, token),
            options,
            ct);
        var left = await LeftFiles.DeleteAsync(duplicates.All.Select(group => new IncompleteGroup(group.Group.Key, group.Files)), "duplicates", p, run, ct);

        using var report = ReportPart.Create(run, UploadReport.Creating);
        Report(sent, created, p.CreatingDataUnitBatchSize, duplicates, left, report);
        return created.Count > 0 || created.Failures.Count == 0 ? created
            : throw new UploadException($"No data unit could be created out of {uploaded.Count} uploaded groups of files. {string.Join(" ", report.Reasons)}");
    }

    public static Task UndoAsync(DurableList<CreatedUnits> created, UploadContext run, CancellationToken ct) => run.ForEachAsync(
        created, batch => batch.Keys[0], (batch, token) => run.Backend.DataUnits.DeleteAsync(batch.Ids, token), ct: ct);

    private static async Task<CreatedUnits> CreateAsync(UploadedGroup[] groups, DataCollection collection, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var units = groups.Select(group => new NewDataUnit(Files(group)) { Collection = collection.Id, Meta = Meta(group.Group, run), Groups = Groups(p) });
        return new([.. groups.Select(group => group.Group.Key)], await run.CreateDataUnitsAsync([.. units], ct));
    }

    private static Dictionary<string, long> Files(UploadedGroup group) =>
        group.Group.Files.Zip(group.Files).ToDictionary(pair => pair.First.Specification, pair => pair.Second.Id, StringComparer.Ordinal);

    // The names are those that the platform's own uploads write.
    private static Dictionary<string, string> Meta(FileGroup group, UploadContext run)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["origin_file_stem"] = Path.GetFileNameWithoutExtension(group.Files[0].Name),
            ["origin_file_extension"] = Path.GetExtension(group.Files[0].Name).ToLowerInvariant(),
            ["created_at"] = run.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["data_unit_key"] = group.Key,
        };
        foreach (var (name, value) in group.Meta)
        {
            meta[name] = value;
        }

        return meta;
    }

    private static string BatchKey(int index) => string.Create(CultureInfo.InvariantCulture, $"batch {index}");

    private static IReadOnlyList<string> Groups(UploadParams p) => string.IsNullOrWhiteSpace(p.GroupName) ? [] : [p.GroupName.Trim()];

    // Batches come back in the order of the groups in them; those of a failed one are missing.
    private static void Report(
        IEnumerable<UploadedGroup> sent, DurableList<CreatedUnits> created, int batchSize, Duplicates duplicates, LeftFiles left, ReportPart report)
    {
        var causes = created.Failures.ToDictionary(failure => failure.Key, failure => failure.Message, StringComparer.Ordinal);
        using var units = created.SelectMany(batch => batch.Keys.Zip(batch.Ids)).GetEnumerator();
        var hasNext = units.MoveNext();
        var place = 0;
        foreach (var group in sent)
        {
            if (duplicates.ReasonOf(group) is { } reason)
            {
                Add(group, FileOutcome.Duplicate, _ => reason + left.Of(group.Group.Key), null);
                continue;
            }

            var batch = place++ / batchSize;
            if (hasNext && units.Current.First == group.Group.Key)
            {
                Add(group, FileOutcome.Uploaded, null, units.Current.Second);
                hasNext = units.MoveNext();
            }
            else
            {
                // The call may have been done although its answer was lost, so the files are left where they are.
                var cause = causes.GetValueOrDefault(BatchKey(batch), "the run has no answer");
                Add(group, FileOutcome.Failed, file => string.Create(CultureInfo.InvariantCulture, $"It is on the backend as file {file.Id}, but its data unit could not be created: {cause}"), null);
            }
        }

        void Add(UploadedGroup group, FileOutcome outcome, Func<DataFile, string>? reason, long? unit)
        {
            foreach (var (file, uploaded) in group.Group.Files.Zip(group.Files))
            {
                report.Add(outcome, file.Path, file.Specification, reason?.Invoke(uploaded), unit);
            }
        }
    }
}
