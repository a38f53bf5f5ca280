using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalDataUnits(LocalBackend backend) : IDataUnits
{
    public Task<IReadOnlyList<DataUnit>> CreateAsync(IReadOnlyList<NewDataUnit> units, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new UnitsCreation(units, key), ct);
    }

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return backend.Store.Writes.CommitAsync(
            new Deletion(database =>
            {
                foreach (var id in ids)
                {
                    DataUnitTable.Delete(database, id);
                }

                return true;
            }),
            ct);
    }

    public Task<long> CountAsync(CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(DataUnitTable.Count));
}
