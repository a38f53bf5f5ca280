using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalDataCollections(LocalBackend backend) : IDataCollections
{
    private const int PageSize = 500;

    public Task<DataCollection> CreateAsync(string name, IReadOnlyList<FileSpecification> files, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Problem(files) is { } problem
            ? throw new BackendException($"Creating data collection '{name}': {problem}")
            : backend.Store.Writes.CommitAsync(new CollectionCreation(name, files, key), ct);
    }

    public Task<DataCollection> GetAsync(long id, CancellationToken ct = default) => Task.FromResult(
        backend.Store.Index.Read(database => DataCollectionTable.Find(database, id)) ?? throw Missing.DataCollection("Getting a data collection", id));

    public IAsyncEnumerable<DataCollection> ListAsync(CancellationToken ct = default) => Pages.Descending(
        (database, before) => DataCollectionTable.Page(database, before, PageSize), collection => collection.Id, backend, ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(new Deletion(database => DataCollectionTable.Delete(database, id)), ct);

    private static string? Problem(IReadOnlyList<FileSpecification> files)
    {
        if (files.Count == 0)
        {
            return "it has no file specification. Give at least one.";
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (file.Name.AsSpan().ContainsAny('/', '\\', '\0') || file.Name is "" or "." or "..")
            {
                return $"'{file.Name}' cannot be the name of a file specification, because it is also the name of a folder.";
            }

            if (!names.Add(file.Name))
            {
                return $"two file specifications are called '{file.Name}'.";
            }
        }

        return null;
    }
}
