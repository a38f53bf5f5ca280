using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedDataCollections(IDataCollections collections, CallGate gate) : IDataCollections
{
    public Task<DataCollection> CreateAsync(string name, IReadOnlyList<FileSpecification> files, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateDataCollection), name, key), () => collections.CreateAsync(name, files, key, ct), ct);

    public Task<DataCollection> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetDataCollection), ObservedBackend.Text(id)), () => collections.GetAsync(id, ct), ct);

    public IAsyncEnumerable<DataCollection> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListDataCollections), ""), collections.ListAsync(ct), ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteDataCollection), ObservedBackend.Text(id)), () => collections.DeleteAsync(id, ct), ct);
}
