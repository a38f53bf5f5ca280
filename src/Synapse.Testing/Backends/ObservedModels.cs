using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedModels(IModels models, CallGate gate) : IModels
{
    public Task<Model> CreateAsync(string path, string name, IReadOnlyDictionary<string, double> metrics, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateModel), name, key), () => models.CreateAsync(path, name, metrics, key, ct), ct);

    public Task<Model> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetModel), ObservedBackend.Text(id)), () => models.GetAsync(id, ct), ct);

    public IAsyncEnumerable<Model> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListModels), ""), models.ListAsync(ct), ct);

    public Task<Stream> OpenAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.OpenModel), ObservedBackend.Text(id)), () => models.OpenAsync(id, ct), ct);

    public Task DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteModel), ObservedBackend.Text(id)), () => models.DeleteAsync(id, ct), ct);
}
