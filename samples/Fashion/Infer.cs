namespace Fashion;

/// <summary>Which model to test on which images.</summary>
[Params]
public sealed partial record InferParams
{
    /// <summary>Model to run.</summary>
    public required long Model { get; init; }

    /// <summary>Dataset with the images.</summary>
    public required long Dataset { get; init; }

    /// <summary>Split of the dataset.</summary>
    [AllowedValues("train", "test")]
    public string Split { get; init; } = "test";
}

/// <summary>How well the model does.</summary>
public sealed record InferResult(int Images, double Accuracy, IReadOnlyDictionary<string, double> Recall);

/// <summary>Runs a model on a split and compares with the ground truth.</summary>
[InferenceAction]
public sealed partial class Infer
{
    public async Task<InferResult> ExecuteAsync(InferParams p, InferenceContext run, CancellationToken ct)
    {
        var network = await run.LoadModelAsync(p.Model, Network.Load, ct);
        run.Progress(Progress.ModelLoad, 1, 1);

        var images = await DatasetImages.LoadAsync(run.Backend, await run.GetDatasetAsync(p.Dataset, ct), p.Split, ct);
        var confusion = network.Evaluate(images, ct);
        run.Progress(Progress.Inference, images.Count, images.Count);

        run.LogMetric("test", ("accuracy", confusion.Accuracy));
        run.Log.Info("Rows are what an image shows, columns what the model sees:\n{Table}", confusion.ToString());
        run.Log.Success("Accuracy {Accuracy} on {Count} images", confusion.Accuracy.ToString("P1"), images.Count);
        return new(images.Count, confusion.Accuracy, Labels.Names.Index().ToDictionary(l => l.Item, l => confusion.Recall(l.Index)));
    }
}
