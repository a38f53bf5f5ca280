using System.Globalization;

namespace Fashion;

/// <summary>What to export, and where to.</summary>
[Params]
public sealed partial record ExportParams
{
    /// <summary>Dataset with images and ground truth.</summary>
    public required long Dataset { get; init; }

    /// <summary>Model whose predictions to write.</summary>
    public required long Model { get; init; }

    /// <summary>Folder to write to; made if missing.</summary>
    public required string Output { get; init; }

    /// <summary>Split of the dataset.</summary>
    [AllowedValues("train", "test")]
    public string Split { get; init; } = "test";
}

/// <summary>What an image shows and what the model sees.</summary>
public sealed record PredictedImage(string File, string Truth, string Prediction, double Probability);

/// <summary>The files that were written.</summary>
public sealed record ExportResult(string GroundTruth, string Predictions, int Images);

/// <summary>Writes predictions and ground truth as files.</summary>
[ExportAction]
public sealed partial class Export
{
    [Step(Weight = 4)]
    async IAsyncEnumerable<PredictedImage> ConvertData(ExportParams p, ExportContext run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var network = await run.LoadModelAsync(p.Model, Network.Load, ct);
        var dataset = await run.GetDatasetAsync(p.Dataset, ct);
        await foreach (var item in run.Backend.Datasets.ListItemsAsync(dataset.Id, p.Split, ct))
        {
            var prediction = network.Predict(await DatasetImages.PixelsAsync(run.Backend, item, ct));
            yield return new(item.Files["image"].Name, item.Label ?? "", prediction.Name, prediction.Probability);
        }
    }

    [Step(Rollback = nameof(DeleteFiles), RollbackInFlight = true)]
    ExportResult SaveFiles(DurableList<PredictedImage> images, ExportParams p, ExportContext run, CancellationToken ct)
    {
        var result = Files(p, images.Count);
        Directory.CreateDirectory(p.Output);
        Write(result.GroundTruth, "file,label", images.Select(i => $"{i.File},{i.Truth}"), ct);
        Write(result.Predictions, "file,label,probability", images.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.File},{i.Prediction},{i.Probability:F4}")), ct);
        run.Log.Success("Wrote {Count} rows to {Folder}", images.Count, p.Output);
        return result;
    }

    void DeleteFiles(ExportParams p)
    {
        var written = Files(p, images: 0);
        if (Directory.Exists(p.Output)) // else making it is what failed
        {
            File.Delete(written.GroundTruth);
            File.Delete(written.Predictions);
        }
    }

    private static ExportResult Files(ExportParams p, int images) =>
        new(Path.Combine(p.Output, "ground_truth.csv"), Path.Combine(p.Output, "predictions.csv"), images);

    private static void Write(string path, string header, IEnumerable<string> rows, CancellationToken ct)
    {
        using var file = File.CreateText(path);
        file.WriteLine(header);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            file.WriteLine(row);
        }
    }
}
