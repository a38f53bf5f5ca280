namespace Annotate;

/// <summary>What to learn from.</summary>
[Params]
public sealed partial record TrainParams
{
    /// <summary>Dataset with images and their shapes.</summary>
    public required long Dataset { get; init; }
}

/// <summary>The model that was made.</summary>
public sealed record TrainResult(long Model, int Images);

/// <summary>Learns what shapes look like.</summary>
[TrainAction]
public sealed partial class Train
{
    public static async Task<TrainResult> ExecuteAsync(TrainParams p, TrainContext run, CancellationToken ct)
    {
        var model = new Centroids();
        await foreach (var item in run.Backend.Datasets.ListItemsAsync(p.Dataset, null, ct))
        {
            if (item.Label is { } shape)
            {
                await using var content = await run.Backend.DataFiles.OpenAsync(item.Files["image"].Id, ct);
                using var png = new MemoryStream();
                await content.CopyToAsync(png, ct);
                model.Add(shape, png.ToArray());
            }
        }

        if (model.Images == 0)
        {
            throw new InvalidOperationException($"Dataset {p.Dataset} has no image with a shape to learn from.");
        }

        await using (var file = File.Create(Path.Combine(run.WorkDir, "centroids.json")))
        {
            model.Save(file);
        }

        var stored = await run.CreateModelAsync("centroids.json", ct);
        run.Log.Success("Model {Model} knows {Images} images", stored.Id, model.Images);
        return new(stored.Id, model.Images);
    }
}
