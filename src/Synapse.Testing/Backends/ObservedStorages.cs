using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedStorages(IStorages storages, CallGate gate) : IStorages
{
    public Task<Storage> CreateAsync(string name, string path, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateStorage), name, key), () => storages.CreateAsync(name, path, key, ct), ct);

    public Task<Storage> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetStorage), ObservedBackend.Text(id)), () => storages.GetAsync(id, ct), ct);

    public IAsyncEnumerable<Storage> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListStorages), ""), storages.ListAsync(ct), ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteStorage), ObservedBackend.Text(id)), () => storages.DeleteAsync(id, ct), ct);
}
