using Synapse.Backends;
using Synapse.Wiring;

namespace Synapse;

/// <summary>The run of an export.</summary>
public sealed class ExportContext : ActionContext
{
    internal ExportContext(IRunEngine engine)
        : base(engine)
    {
    }

    /// <inheritdoc cref="TrainContext.GetDatasetAsync"/>
    public Task<Dataset> GetDatasetAsync(long id, CancellationToken ct = default) => Backend.Datasets.GetAsync(id, ct);

    /// <inheritdoc cref="InferenceContext.LoadModelAsync"/>
    public Task<T> LoadModelAsync<T>(long id, Func<Stream, T> open, CancellationToken ct = default) => ModelCalls.LoadAsync(Engine, id, open, ct);
}
