namespace Fashion;

/// <summary>What a user sets before training.</summary>
[Params]
public sealed partial record TrainParams
{
    /// <summary>Dataset to train on, as upload made it.</summary>
    public required long Dataset { get; init; }

    /// <summary>Passes over the training split.</summary>
    [Range(1, 500)]
    public int Epochs { get; init; } = 12;

    /// <summary>Images per step of the optimizer.</summary>
    [Range(1, 4096)]
    public int BatchSize { get; init; } = 32;

    /// <summary>The highest learning rate, that of the start.</summary>
    [Range(1e-6, 1.0)]
    public double LearningRate { get; init; } = 0.03;

    /// <summary>The same seed and images give the same model.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>The trained model.</summary>
public sealed record TrainResult(Model Model, double Accuracy);

/// <summary>Trains the classifier on a dataset. A killed training goes on at its last epoch.</summary>
[TrainAction]
public sealed partial class Train
{
    public async Task<TrainResult> ExecuteAsync(TrainParams p, TrainContext run, CancellationToken ct)
    {
        var dataset = await run.GetDatasetAsync(p.Dataset, ct);
        var images = await DatasetImages.LoadAsync(run.Backend, dataset, "train", ct);
        run.Progress(Progress.Dataset, 1, 1);

        var trainer = Restore(run, images) ?? new Trainer(Network.Create((ulong)p.Seed, 256, 128), images, Options(p));
        while (!trainer.Finished)
        {
            var epoch = trainer.TrainEpoch(ct);
            await run.SaveCheckpointAsync(trainer.Epoch, file => Save(trainer, file), ct);
            run.Progress(Progress.Train, trainer.Epoch, p.Epochs);
            run.LogMetric("train", ("epoch", epoch.Epoch), ("loss", epoch.Loss), ("accuracy", epoch.Accuracy));
        }

        await using (var file = File.Create(Path.Combine(run.WorkDir, "fashion.model")))
        {
            trainer.Network.Save(file);
        }
        var accuracy = trainer.Network.Evaluate(images, ct).Accuracy;
        var model = await run.CreateModelAsync("fashion.model", new Dictionary<string, double> { ["train_accuracy"] = accuracy }, ct);
        run.Progress(Progress.ModelUpload, 1, 1);
        run.Log.Success("Model {Id} is trained: {Accuracy} of the training images right", model.Id, accuracy.ToString("P1"));
        return new(model, accuracy);
    }

    private static TrainerOptions Options(TrainParams p) => new()
    {
        Epochs = p.Epochs,
        BatchSize = p.BatchSize,
        LearningRate = (float)p.LearningRate,
        Seed = (ulong)p.Seed,
    };

    private static Trainer? Restore(TrainContext run, ImageSet images)
    {
        if (run.LoadCheckpoint() is not { } checkpoint)
        {
            return null;
        }
        using var file = checkpoint.Open();
        run.Log.Info("Going on after epoch {Epoch}", checkpoint.Number);
        return Trainer.LoadState(file, images);
    }

    private static Task Save(Trainer trainer, Stream file)
    {
        trainer.SaveState(file);
        return Task.CompletedTask;
    }
}
