using Synapse.Actions.Uploading.Metadata;
using Synapse.Actions.Uploading.Report;
using Synapse.Actions.Uploading;

namespace Synapse.Actions;

/// <summary>
/// The steps of an upload: <c>[UploadAction, UseSteps&lt;StandardUpload&gt;] partial class Upload;</c> is a whole action.
/// Its parameters are <see cref="UploadParams"/> or a record derived from it. A step of your own takes the place of one here
/// with <c>[Step(Replace = true)]</c>; one that takes and returns <c>DurableList&lt;FileGroup&gt;</c> is a filter.
/// </summary>
[StepSet]
public sealed class StandardUpload
{
    /// <summary>Looks up storage and data collection, and the folders to search.</summary>
    [Step(Weight = 0.5, Rollback = nameof(ReportFailure), RollbackInFlight = true)]
    public Task<UploadSource> Initialize(UploadParams p, UploadContext run, CancellationToken ct) => UploadSources.FindAsync(p, run, ct);

    /// <summary>Reads the metadata table.</summary>
    [Step(Weight = 0.5, SkipWhen = nameof(HasNoMetadata))]
    public DurableList<MetadataRow> ProcessMetadata(UploadSource source, UploadParams p, UploadContext run)
    {
        var rows = MetadataTable.Read(source.Metadata!, p.MetadataLimits);
        run.Log.Info("Read metadata of {Count} files", rows.Count);
        return new(rows);
    }

    /// <summary>Says what files the data collection asks for.</summary>
    [Step(Weight = 0.1)]
    public void AnalyzeCollection(UploadSource source, UploadContext run) => run.Log.Info(
        "Data collection {Name} asks for {Files}",
        source.Collection.Name,
        string.Join(", ", source.Collection.Files.Select(file => file.IsRequired ? file.Name + " (required)" : file.Name)));

    /// <summary>Finds the files and puts those together that make a data unit.</summary>
    [Step]
    public IAsyncEnumerable<FileGroup> OrganizeFiles(UploadSource source, DurableList<MetadataRow>? metadata, UploadParams p, UploadContext run, CancellationToken ct) =>
        FileGroups.FindAsync(source, metadata, p, run, ct);

    /// <summary>Leaves out what the data collection does not allow, and says so in the report.</summary>
    [Step(Weight = 0.5)]
    public IAsyncEnumerable<FileGroup> ValidateFiles(DurableList<FileGroup> groups, UploadSource source, UploadParams p, UploadContext run, CancellationToken ct) =>
        GroupCheck.FilterAsync(groups, source.Collection, p, run, ct);

    /// <summary>Uploads the files, each read once.</summary>
    [Step(Weight = 8, Rollback = nameof(DeleteFiles), RollbackInFlight = true)]
    public Task<DurableList<UploadedGroup>> UploadFiles(DurableList<FileGroup> groups, UploadParams p, UploadContext run, CancellationToken ct) =>
        Transfer.RunAsync(groups, p, run, ct);

    /// <summary>Creates data units out of the uploaded files.</summary>
    [Step(Weight = 2, Rollback = nameof(DeleteUnits), RollbackInFlight = true)]
    public Task<DurableList<CreatedUnits>> GenerateDataUnits(DurableList<UploadedGroup> uploaded, UploadSource source, UploadParams p, UploadContext run, CancellationToken ct) =>
        UnitCreation.RunAsync(uploaded, source.Collection, p, run, ct);

    /// <summary>Puts the report together.</summary>
    [Step(Weight = 0.2, Result = true)]
    public UploadResult Cleanup(DurableList<CreatedUnits> created, UploadContext run)
    {
        var result = UploadReport.Finish(run, created.Sum(batch => batch.Ids.Count));
        run.Log.Success("Uploaded {Files} files as {Units} data units", result.UploadedFiles, result.DataUnits);
        return result;
    }

    /// <summary>Why <see cref="ProcessMetadata"/> is skipped.</summary>
    public string? HasNoMetadata(UploadSource source) => source.Metadata is null ? "there is no metadata table" : null;

    /// <summary>Undoes <see cref="UploadFiles"/>.</summary>
    public Task DeleteFiles(DurableList<UploadedGroup> uploaded, UploadParams p, UploadContext run, CancellationToken ct) =>
        Transfer.UndoAsync(uploaded, p, run, ct);

    /// <summary>Undoes <see cref="GenerateDataUnits"/>.</summary>
    public Task DeleteUnits(DurableList<CreatedUnits> created, UploadContext run, CancellationToken ct) => UnitCreation.UndoAsync(created, run, ct);

    /// <summary>The last thing of a rollback: the report of what became of each file.</summary>
    public void ReportFailure(UploadContext run) =>
        run.Log.Info("The report of the upload that was rolled back is {Report}", UploadReport.FinishUndone(run));
}
