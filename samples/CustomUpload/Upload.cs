[assembly: SynapsePlugin("custom-upload", Name = "Upload of camera frames")]

namespace CustomUpload;

/// <summary>The standard parameters, and which frames to take.</summary>
[Params]
public sealed partial record FrameParams : UploadParams
{
    /// <summary>Light in which a frame was taken, as the metadata table says; all frames without it.</summary>
    public string? Light { get; init; }

    /// <summary>Name of the dataset that the frames are put in.</summary>
    [MinLength(1)]
    public string Dataset { get; init; } = "Frames";
}

/// <summary>The dataset that was made.</summary>
public sealed record FrameDataset(long Id, string Name, int Frames);

/// <summary>Uploads camera frames with their notes, and puts them in a dataset.</summary>
[UploadAction, UseSteps<StandardUpload>]
public sealed partial class Upload
{
    // Takes the groups and returns groups: for later steps, these are the groups.
    [Step(After = nameof(StandardUpload.OrganizeFiles))]
    static DurableList<FileGroup> PickLight(DurableList<FileGroup> groups, FrameParams p, UploadContext run)
    {
        if (p.Light is null)
        {
            return groups;
        }
        var picked = groups.Where(group => group.Meta.GetValueOrDefault("light") == p.Light).ToList();
        run.Log.Info("{Picked} of {Count} frames were taken by {Light}", picked.Count, groups.Count, p.Light);
        return new(picked);
    }

    // Instead of the standard step of that name.
    [Step(Replace = true)]
    static void AnalyzeCollection(UploadSource source, UploadContext run) =>
        run.Log.Info("Frames go to {Collection}", source.Collection.Name);

    [Step(After = nameof(StandardUpload.GenerateDataUnits), Rollback = nameof(DeleteDataset))]
    static async Task<FrameDataset> CollectFrames(DurableList<CreatedUnits> created, FrameParams p, UploadContext run, CancellationToken ct)
    {
        var dataset = await run.CreateDatasetAsync(p.Dataset, ct);
        var frames = 0;
        foreach (var batch in created)
        {
            await run.Backend.Datasets.AddAsync(dataset.Id, [.. batch.Ids.Select(id => new NewDatasetItem(id, "all", null))], ct);
            frames += batch.Ids.Count;
        }
        return new(dataset.Id, dataset.Name, frames);
    }

    static Task DeleteDataset(FrameDataset dataset, UploadContext run, CancellationToken ct) => run.Backend.Datasets.DeleteAsync(dataset.Id, ct);
}
