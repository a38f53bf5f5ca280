using System.Runtime.CompilerServices;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalDatasets(LocalBackend backend) : IDatasets
{
    // Large enough to cost nothing, small enough to hold no one else up.
    private const int PageSize = 500;

    public Task<Dataset> CreateAsync(string name, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new DatasetCreation(name, key), ct);
    }

    public Task<Dataset> GetAsync(long id, CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(database => DatasetTable.Find(database, id)) ?? throw Missing.Dataset("Getting a dataset", id));

    public IAsyncEnumerable<Dataset> ListAsync(CancellationToken ct = default) =>
        Pages.Descending((database, before) => DatasetTable.Page(database, before, PageSize), dataset => dataset.Id, backend, ct);

    public Task AddAsync(long id, IReadOnlyList<NewDatasetItem> items, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return backend.Store.Writes.CommitAsync(new ItemsAddition(id, items), ct);
    }

    public IAsyncEnumerable<DatasetItem> ListItemsAsync(long id, string? split = null, CancellationToken ct = default) =>
        ItemsAsync(id, split, ct);

    public Task DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(
            new Deletion(database =>
            {
                DatasetTable.Delete(database, id);
                return true;
            }),
            ct);

    public Task<DatasetVersion> CreateVersionAsync(long id, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new VersionCreation(id, key), ct);
    }

    public Task<DatasetVersion> GetVersionAsync(long version, CancellationToken ct = default) => Task.FromResult(
        backend.Store.Index.Read(database => DatasetVersionTable.Find(database, version)) ?? throw Missing.DatasetVersion("Getting a dataset version", version));

    /// <summary>Those of all datasets, newest first.</summary>
    public IAsyncEnumerable<DatasetVersion> ListVersionsAsync(CancellationToken ct = default) =>
        Pages.Descending((database, before) => DatasetVersionTable.Page(database, null, before, PageSize), version => version.Id, backend, ct);

    public async IAsyncEnumerable<DatasetVersion> ListVersionsAsync(long id, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await GetAsync(id, ct);
        await foreach (var version in Pages.Descending(
            (database, before) => DatasetVersionTable.Page(database, id, before, PageSize), version => version.Id, backend, ct))
        {
            yield return version;
        }
    }

    private async IAsyncEnumerable<DatasetItem> ItemsAsync(long id, string? split, [EnumeratorCancellation] CancellationToken ct)
    {
        await GetAsync(id, ct);
        await foreach (var item in Pages.Ascending(
            (database, after) => DatasetItemTable.Page(database, id, split, after, PageSize), item => item.DataUnit, backend, ct))
        {
            yield return item;
        }
    }
}
