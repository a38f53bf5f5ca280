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
        ModelCalls.CreateAsync(Engine, Path.Combine(WorkDir, path), metrics, null, ct);

    /// <inheritdoc cref="CreateModelAsync(string, IReadOnlyDictionary{string, double}?, CancellationToken)"/>
    public Task<Model> CreateModelAsync(string path, CancellationToken ct) => CreateModelAsync(path, null, ct);

    /// <param name="path">The model's file; relative to <see cref="ActionContext.WorkDir"/>.</param>
    /// <param name="metrics">What was measured of it.</param>
    /// <param name="key">
    /// Tells the call apart from others of its kind in one step or loop item, the same at every attempt. Calls that are under
    /// way at once need one each; others are told apart by their order.
    /// </param>
    /// <param name="ct">Stops waiting.</param>
    /// <inheritdoc cref="CreateModelAsync(string, IReadOnlyDictionary{string, double}?, CancellationToken)"/>
    public Task<Model> CreateModelAsync(string path, IReadOnlyDictionary<string, double>? metrics, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return ModelCalls.CreateAsync(Engine, Path.Combine(WorkDir, path), metrics, key, ct);
    }
}
