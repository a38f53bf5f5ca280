namespace Fashion;

/// <summary>What to upload, and what to call it.</summary>
[Params]
public sealed partial record UploadParams
{
    /// <summary>Folder with images and a labels.csv, as the action unpack writes it.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the dataset to create.</summary>
    [MinLength(1)]
    public string Dataset { get; init; } = "Fashion-MNIST";

    /// <summary>Files to upload at once.</summary>
    [Range(1, 64)]
    public int Parallelism { get; init; } = 8;
}

/// <summary>An image of the folder, with its ground truth.</summary>
public sealed record LabelledImage(string File, string Label, string Split);

/// <summary>An image that is uploaded.</summary>
public sealed record UploadedImage(long File, string Label, string Split);

/// <summary>A batch of data units that are in the dataset.</summary>
public sealed record UnitBatch(IReadOnlyList<long> Units);

/// <summary>The dataset that was made.</summary>
public sealed record UploadResult(long? Dataset, int Images);

/// <summary>Uploads a folder of labelled images as a dataset.</summary>
[UploadAction]
public sealed partial class Upload
{
    private const int BatchSize = 500;

    [Step]
    DurableList<LabelledImage> Discover(UploadParams p, UploadContext run)
    {
        var files = FashionFolder.ReadLabels(p.Path);
        run.Log.Info("Found {Count} images in {Folder}", files.Count, p.Path);
        return new([.. files.Select(f => new LabelledImage(f.File, Labels.Names[f.Label], f.Split))]);
    }

    // Takes the images and returns images: for later steps, these are the images.
    [Step]
    DurableList<LabelledImage> Validate(DurableList<LabelledImage> images, UploadParams p, UploadContext run, CancellationToken ct)
    {
        var good = new List<LabelledImage>(images.Count);
        foreach (var image in images)
        {
            ct.ThrowIfCancellationRequested();
            if (Problem(Path.Combine(p.Path, image.File)) is { } problem)
            {
                run.Log.Warning("Left out {File}: {Problem}", image.File, problem);
                continue;
            }
            good.Add(image);
        }
        return new(good);
    }

    [Step(Weight = 8, Rollback = nameof(DeleteFiles), RollbackInFlight = true, SkipWhen = nameof(NothingToSend))]
    Task<DurableList<UploadedImage>> Send(DurableList<LabelledImage> images, UploadParams p, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(
            images,
            image => image.File,
            async (image, token) =>
            {
                var file = await run.UploadFileAsync(new SourceFile(Path.Combine(p.Path, image.File), image.File), token);
                return new UploadedImage(file.Id, image.Label, image.Split);
            },
            parallelism: p.Parallelism,
            ct: ct);

    string? NothingToSend(DurableList<LabelledImage> images) => images.Count == 0 ? "there is no image to upload" : null;

    async Task DeleteFiles(DurableList<UploadedImage> sent, UploadParams p, UploadContext run, CancellationToken ct)
    {
        await run.ForEachAsync(sent, image => $"{image.File}", (image, token) => run.Backend.DataFiles.DeleteAsync(image.File, token), p.Parallelism, ct: ct);
        run.Log.Info("Deleted {Count} uploaded files", sent.Count);
    }

    [Step(Rollback = nameof(DeleteDataset))]
    async Task<Dataset?> CreateDataset(DurableList<UploadedImage>? sent, UploadParams p, UploadContext run, CancellationToken ct) =>
        sent is null ? null : await run.CreateDatasetAsync(p.Dataset, ct);

    async Task DeleteDataset(Dataset? dataset, UploadContext run, CancellationToken ct)
    {
        if (dataset is not null)
        {
            await run.Backend.Datasets.DeleteAsync(dataset.Id, ct);
        }
    }

    [Step(Weight = 2, Rollback = nameof(DeleteUnits), RollbackInFlight = true)]
    async Task<DurableList<UnitBatch>> Generate(DurableList<UploadedImage>? sent, Dataset? dataset, UploadContext run, CancellationToken ct)
    {
        var batches = (sent ?? new([])).Chunk(BatchSize).Index();
        return await run.ForEachAsync(batches, batch => $"batch {batch.Index}", (batch, token) => AddAsync(batch.Item, dataset!, run, token), ct: ct);
    }

    Task DeleteUnits(DurableList<UnitBatch> batches, UploadContext run, CancellationToken ct) =>
        run.ForEachAsync(batches, batch => $"from {batch.Units[0]}", (batch, token) => run.Backend.DataUnits.DeleteAsync(batch.Units, token), ct: ct);

    [Step(Result = true)]
    UploadResult Report(Dataset? dataset, DurableList<UnitBatch> batches, UploadContext run)
    {
        var result = new UploadResult(dataset?.Id, batches.Sum(b => b.Units.Count));
        if (dataset is not null)
        {
            run.Log.Success("Dataset {Id} ({Name}) has {Count} images", dataset.Id, dataset.Name, result.Images);
        }
        return result;
    }

    private static async Task<UnitBatch> AddAsync(UploadedImage[] images, Dataset dataset, UploadContext run, CancellationToken ct)
    {
        var units = await run.CreateDataUnitsAsync([.. images.Select(i => new NewDataUnit(new Dictionary<string, long> { ["image"] = i.File }))], ct);
        await run.Backend.Datasets.AddAsync(dataset.Id, [.. units.Zip(images, (unit, image) => new NewDatasetItem(unit, image.Split, image.Label))], ct);
        return new(units);
    }

    private static string? Problem(string path)
    {
        try
        {
            return ImageSet.TryReadPng(File.ReadAllBytes(path), out _, out var problem) ? null : problem;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
