using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalStorages(LocalBackend backend) : IStorages
{
    private const int PageSize = 500;

    public Task<Storage> CreateAsync(string name, string path, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return System.IO.Path.IsPathRooted(path)
            ? backend.Store.Writes.CommitAsync(new StorageCreation(name, path, key), ct)
            : throw new BackendException($"Creating storage '{name}': {path} is no absolute path, and what it is relative to changes with each process. Give the whole path.");
    }

    public Task<Storage> GetAsync(long id, CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(database => StorageTable.Find(database, id)) ?? throw Missing.Storage("Getting a storage", id));

    public IAsyncEnumerable<Storage> ListAsync(CancellationToken ct = default) =>
        Pages.Descending((database, before) => StorageTable.Page(database, before, PageSize), storage => storage.Id, backend, ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(new Deletion(database => StorageTable.Delete(database, id)), ct);
}
