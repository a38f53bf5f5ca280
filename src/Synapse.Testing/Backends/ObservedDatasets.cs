using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedDatasets(IDatasets datasets, CallGate gate) : IDatasets
{
    public Task<Dataset> CreateAsync(string name, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateDataset), name, key), () => datasets.CreateAsync(name, key, ct), ct);

    public Task<Dataset> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetDataset), ObservedBackend.Text(id)), () => datasets.GetAsync(id, ct), ct);

    public IAsyncEnumerable<Dataset> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListDatasets), ""), datasets.ListAsync(ct), ct);

    public Task AddAsync(long id, IReadOnlyList<NewDatasetItem> items, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.AddDatasetItems), ObservedBackend.Text(id)), () => datasets.AddAsync(id, items, ct), ct);

    public IAsyncEnumerable<DatasetItem> ListItemsAsync(long id, string? split = null, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListDatasetItems), ObservedBackend.Text(id)), datasets.ListItemsAsync(id, split, ct), ct);

    public Task DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteDataset), ObservedBackend.Text(id)), () => datasets.DeleteAsync(id, ct), ct);

    public Task<DatasetVersion> CreateVersionAsync(long id, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateDatasetVersion), ObservedBackend.Text(id), key), () => datasets.CreateVersionAsync(id, key, ct), ct);

    public Task<DatasetVersion> GetVersionAsync(long version, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetDatasetVersion), ObservedBackend.Text(version)), () => datasets.GetVersionAsync(version, ct), ct);

    public IAsyncEnumerable<DatasetVersion> ListVersionsAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListDatasetVersions), ObservedBackend.Text(id)), datasets.ListVersionsAsync(id, ct), ct);
}
