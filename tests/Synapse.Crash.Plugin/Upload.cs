namespace Synapse.Crash.Plugin;

/// <summary>What to upload.</summary>
[Params]
public sealed partial record UploadParams
{
    /// <summary>Folder with files.</summary>
    public required string Path { get; init; }

    /// <summary>Files at once.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Whether the last step fails.</summary>
    public bool Fails { get; init; }
}

/// <summary>Uploads through the embedded backend, and can undo it.</summary>
[UploadAction]
public sealed partial class Upload
{
    [Step(Rollback = nameof(Delete), RollbackInFlight = true)]
    Task<DurableList<DataFile>> Send(UploadParams p, StepAttempt attempt, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(
            Directory.GetFiles(p.Path).Order(StringComparer.Ordinal),
            path => Path.GetFileName(path),
            async (path, token) =>
            {
                var file = await run.UploadFileAsync(new SourceFile(path, Path.GetFileName(path)), token);
                Counter.Add("uploaded", attempt, file.Name, $"{file.Id} {file.Checksum}");
                return file;
            },
            p.Parallelism,
            ct: ct);

    async Task Delete(DurableList<DataFile> sent, StepAttempt attempt, UploadContext run, CancellationToken ct)
    {
        await run.ForEachAsync(sent, file => file.Name, (file, token) => run.Backend.DataFiles.DeleteAsync(file.Id, token), ct: ct);
        Counter.Add("undo", attempt);
    }

    [Step(Rollback = nameof(DeleteDataset))]
    async Task<Dataset> CreateDataset(StepAttempt attempt, UploadContext run, CancellationToken ct)
    {
        var dataset = await run.CreateDatasetAsync("Crash", ct);
        Counter.Add("created", attempt, detail: $"{dataset.Id}");
        return dataset;
    }

    Task DeleteDataset(Dataset dataset, UploadContext run, CancellationToken ct) => run.Backend.Datasets.DeleteAsync(dataset.Id, ct);

    [Step]
    int Last(DurableList<DataFile> sent, UploadParams p, StepAttempt attempt)
    {
        Counter.Add("do", attempt);
        return p.Fails ? throw new InvalidOperationException("The last step fails, as it was told to.") : sent.Count;
    }
}
