using Synapse.Backends;
using Synapse.Wiring;

namespace Synapse;

/// <summary>The run of a training.</summary>
public sealed class TrainContext : ActionContext
{
    internal TrainContext(IRunEngine engine)
        : base(engine)
    {
    }

    /// <summary>The dataset with an id.</summary>
    /// <param name="id">The dataset's id.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is none.</exception>
    public Task<Dataset> GetDatasetAsync(long id, CancellationToken ct = default) => Backend.Datasets.GetAsync(id, ct);

    /// <summary>Stores a trained model.</summary>
    /// <param name="path">The model's file; relative to <see cref="ActionContext.WorkDir"/>.</param>
    /// <param name="metrics">What was measured of it.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<Model> CreateModelAsync(string path, IReadOnlyDictionary<string, double>? metrics = null, CancellationToken ct = default) =>
        ModelCalls.CreateAsync(Engine, Path.Combine(WorkDir, path), metrics, ct);

    /// <inheritdoc cref="CreateModelAsync(string, IReadOnlyDictionary{string, double}?, CancellationToken)"/>
    public Task<Model> CreateModelAsync(string path, CancellationToken ct) => CreateModelAsync(path, null, ct);
}
