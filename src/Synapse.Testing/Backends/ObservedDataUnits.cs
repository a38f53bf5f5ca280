using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedDataUnits(IDataUnits units, CallGate gate) : IDataUnits
{
    public Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<NewDataUnit> created, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateDataUnits), ObservedBackend.Text(created.Count), key), () => units.CreateAsync(created, key, ct), ct);

    public Task<DataUnit> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetDataUnit), ObservedBackend.Text(id)), () => units.GetAsync(id, ct), ct);

    public IAsyncEnumerable<DataUnit> ListAsync(long? collection = null, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListDataUnits), collection is { } id ? ObservedBackend.Text(id) : ""), units.ListAsync(collection, ct), ct);

    public Task<IReadOnlySet<string>> FindChecksumsAsync(long collection, IReadOnlyCollection<string> checksums, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.FindChecksums), ObservedBackend.Text(checksums.Count)), () => units.FindChecksumsAsync(collection, checksums, ct), ct);

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteDataUnits), ObservedBackend.Text(ids.Count)), () => units.DeleteAsync(ids, ct), ct);

    public Task<long> CountAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CountDataUnits), ""), () => units.CountAsync(ct), ct);
}
