namespace Annotate;

/// <summary>Whose annotations are held to be true.</summary>
[Params]
public sealed partial record CollectTruthParams
{
    /// <summary>Project whose submitted tasks are taken.</summary>
    public required long Project { get; init; }

    /// <summary>Name of the dataset that is made.</summary>
    [MinLength(1)]
    public required string Name { get; init; }
}

/// <summary>The dataset that was made.</summary>
public sealed record Truth(long Dataset, int Items);

/// <summary>Makes a dataset out of what was submitted for the tasks of a project.</summary>
[PluginAction("collect-truth")]
public sealed partial class CollectTruth
{
    private const int Batch = 500;

    // Made under the run's own key: repeated after a crash it is the same dataset, not a second one.
    [Step(Rollback = nameof(DeleteDataset))]
    static Task<Dataset> CreateDataset(CollectTruthParams p, RunContext run, StepAttempt attempt, CancellationToken ct) =>
        run.Backend.Datasets.CreateAsync(p.Name, attempt.Key, ct);

    [Step(Weight = 8)]
    static async Task<Truth> AddItems(Dataset dataset, CollectTruthParams p, RunContext run, CancellationToken ct)
    {
        var count = 0;
        var submitted = new TaskFilter { Project = p.Project, LabelStatus = LabelStatus.Submitted };
        await foreach (var tasks in run.Backend.Tasks.ListAsync(submitted, ct).Chunk(Batch).WithCancellation(ct))
        {
            await run.Backend.Datasets.AddAsync(dataset.Id, [.. tasks.Select(Item)], ct);
            count += tasks.Length;
        }

        run.Log.Success("Dataset {Dataset} has {Count} items", dataset.Id, count);
        return new(dataset.Id, count);
    }

    static Task DeleteDataset(Dataset dataset, RunContext run, CancellationToken ct) => run.Backend.Datasets.DeleteAsync(dataset.Id, ct);

    private static NewDatasetItem Item(TaskItem task) => new(task.DataUnit, "train", ShapeData.ShapeOf(task.Data!.Value)) { Data = task.Data, Task = task.Id };
}
