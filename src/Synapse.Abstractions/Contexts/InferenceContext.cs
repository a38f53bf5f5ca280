using Synapse.Backends;
using Synapse.Wiring;

namespace Synapse;

/// <summary>The run of an inference.</summary>
public sealed class InferenceContext : ActionContext
{
    internal InferenceContext(IRunEngine engine)
        : base(engine)
    {
    }

    /// <inheritdoc cref="TrainContext.GetDatasetAsync"/>
    public Task<Dataset> GetDatasetAsync(long id, CancellationToken ct = default) => Backend.Datasets.GetAsync(id, ct);

    /// <summary>Opens a model with the author's own loader. The content is checked against its checksum first.</summary>
    /// <typeparam name="T">What the loader makes of the model.</typeparam>
    /// <param name="id">The model's id.</param>
    /// <param name="open">Reads the model.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is no such model, or its content is damaged.</exception>
    public Task<T> LoadModelAsync<T>(long id, Func<Stream, T> open, CancellationToken ct = default) => ModelCalls.LoadAsync(Engine, id, open, ct);
}
