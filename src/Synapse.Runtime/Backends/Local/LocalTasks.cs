using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalTasks(LocalBackend backend) : ITasks
{
    public Task<IReadOnlyList<long>> CreateAsync(long project, IReadOnlyList<long> dataUnits, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(dataUnits);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new TasksCreation(project, dataUnits, key), ct);
    }

    public Task<TaskItem> GetAsync(long id, CancellationToken ct = default)
    {
        var found = backend.Store.Index.Read(database => TaskTable.Page(database, new(), 0, ItemPages.Text([id])));
        return Task.FromResult(found.Items is [var task] ? task : throw Missing.Task("Getting a task", id));
    }

    public IAsyncEnumerable<TaskItem> ListAsync(TaskFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ItemPages.ReadAsync(filter.Ids, (database, after, ids) => TaskTable.Page(database, filter, after, ids), backend, ct);
    }

    public Task<long> CountAsync(TaskFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult(backend.Store.Index.Read(
            database => ItemPages.Count(filter.Ids, ids => TaskTable.Count(database, filter, ids))));
    }

    public Task AnnotateAsync(long id, JsonElement data, DataSchema schema = DataSchema.DmSchemaV1, CancellationToken ct = default)
    {
        AnnotationShape.Check("Annotating a task", id, data, schema);
        return backend.Store.Writes.CommitAsync(new TaskAnnotation(id, StoredAnnotation.Of(data)), ct);
    }

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return backend.Store.Writes.CommitAsync(Deletion.OfEach(ids, TaskTable.Delete), ct);
    }
}
