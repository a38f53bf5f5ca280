using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalDataUnits(LocalBackend backend) : IDataUnits
{
    private const int PageSize = 500;

    public Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<NewDataUnit> units, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new UnitsCreation(units, key), ct);
    }

    public Task<DataUnit> GetAsync(long id, CancellationToken ct = default)
    {
        var found = backend.Store.Index.Read(database => DataUnitTable.Exists(database, id) ? DataUnitTable.Read(database, id) : null);
        return Task.FromResult(found ?? throw Missing.DataUnit("Getting a data unit", id));
    }

    public IAsyncEnumerable<DataUnit> ListAsync(long? collection = null, CancellationToken ct = default) => Pages.Ascending(
        (database, after) => DataUnitTable.Page(database, collection, after, PageSize), unit => unit.Id, backend, ct);

    public Task<IReadOnlySet<string>> FindChecksumsAsync(long collection, IReadOnlyCollection<string> checksums, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(checksums);
        var found = backend.Store.Index.Read(database => DataUnitTable.FindChecksums(database, collection, checksums, ct));
        return Task.FromResult<IReadOnlySet<string>>(found);
    }

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return backend.Store.Writes.CommitAsync(Deletion.OfEach(ids, DataUnitTable.Delete), ct);
    }

    public Task<long> CountAsync(CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(DataUnitTable.Count));
}
