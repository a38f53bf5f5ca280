using Synapse.Backends;

namespace Synapse.Testing.Tests.Plugin;

[Params]
public sealed partial record SendParams
{
    public required string Folder { get; init; }

    public bool FailsAtTheEnd { get; init; }

    public bool FailsToUndo { get; init; }
}

public sealed record Sent(int Files, long? Dataset);

/// <summary>Sends all text files of a folder.</summary>
[UploadAction]
public sealed partial class Send
{
    [Step]
    DurableList<SourceFile> Find(SendParams p) =>
        new([.. Directory.GetFiles(p.Folder).Order(StringComparer.Ordinal).Select(path => new SourceFile(path, Path.GetFileName(path)))]);

    // Takes files and returns files: for later steps, these are the files.
    [Step]
    DurableList<SourceFile> KeepTexts(DurableList<SourceFile> files, UploadContext run)
    {
        var kept = files.Where(file => file.Name.EndsWith(".txt", StringComparison.Ordinal)).ToArray();
        run.Log.Info("Kept {Kept} of {All} files", kept.Length, files.Count);
        return new(kept);
    }

    [Step(Rollback = nameof(Delete), SkipWhen = nameof(NothingToUpload))]
    Task<DurableList<DataFile>> Upload(DurableList<SourceFile> files, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(files, file => file.Name, (file, token) => run.UploadFileAsync(file, token), parallelism: 4, ct: ct);

    string? NothingToUpload(DurableList<SourceFile> files) => files.Count == 0 ? "there is no text file" : null;

    async Task Delete(DurableList<DataFile> sent, SendParams p, UploadContext run, CancellationToken ct)
    {
        run.Log.Info("Deleting {Count} files", sent.Count);
        if (p.FailsToUndo)
        {
            throw new IOException("the platform does not answer");
        }

        await run.ForEachAsync(sent, file => file.Name, (file, token) => run.Backend.DataFiles.DeleteAsync(file.Id, token), ct: ct);
    }

    [Step(Rollback = nameof(DeleteDataset))]
    async Task<Dataset?> CreateDataset(DurableList<DataFile>? sent, UploadContext run, CancellationToken ct) =>
        sent is null ? null : await run.CreateDatasetAsync("texts", ct);

    async Task DeleteDataset(Dataset? dataset, UploadContext run, CancellationToken ct)
    {
        run.Log.Info("Deleting the dataset");
        if (dataset is not null)
        {
            await run.Backend.Datasets.DeleteAsync(dataset.Id, ct);
        }
    }

    [Step]
    Sent Report(DurableList<DataFile>? sent, Dataset? dataset, SendParams p) =>
        p.FailsAtTheEnd ? throw new InvalidOperationException("the report is not ready") : new(sent?.Count ?? 0, dataset?.Id);
}
