using System.Runtime.CompilerServices;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalGroundTruths(LocalBackend backend) : IGroundTruths
{
    public IAsyncEnumerable<GroundTruth> ListAsync(GroundTruthFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ListAllAsync(filter, ct);
    }

    public Task<long> CountAsync(GroundTruthFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult(backend.Store.Index.Read(database =>
        {
            var source = Source(database, "Counting ground truth", filter);
            return ItemPages.Count(filter.Ids, ids => GroundTruthTable.Count(database, source, filter, ids));
        }));
    }

    private async IAsyncEnumerable<GroundTruth> ListAllAsync(GroundTruthFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var source = backend.Store.Index.Read(database => Source(database, "Listing ground truth", filter));
        await foreach (var truth in ItemPages.ReadAsync(
            filter.Ids, (database, after, ids) => GroundTruthTable.Page(database, source, filter, after, ids), backend, ct))
        {
            yield return truth;
        }
    }

    private static GroundTruthSource Source(SqliteDatabase database, string call, GroundTruthFilter filter) => filter switch
    {
        { Dataset: { } id, DatasetVersion: null } => DatasetTable.Find(database, id) is null ? throw Missing.Dataset(call, id) : new(id, null),
        { Dataset: null, DatasetVersion: { } id } => new((DatasetVersionTable.Find(database, id) ?? throw Missing.DatasetVersion(call, id)).Dataset, id),
        { Dataset: null } => throw new BackendException($"{call}: the filter names neither a dataset nor a version of one. Give one of them."),
        _ => throw new BackendException($"{call}: the filter names dataset {filter.Dataset} and version {filter.DatasetVersion}. Give one of them."),
    };
}
