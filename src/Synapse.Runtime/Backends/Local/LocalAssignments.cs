using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalAssignments(LocalBackend backend) : IAssignments
{
    public Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<long> tasks, string? assignee, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new AssignmentsCreation(tasks, assignee, key), ct);
    }

    public Task<Assignment> GetAsync(long id, CancellationToken ct = default)
    {
        var found = backend.Store.Index.Read(database => AssignmentTable.Page(database, new(), 0, ItemPages.Text([id])));
        return Task.FromResult(found.Items is [var assignment] ? assignment : throw Missing.Assignment("Getting an assignment", id));
    }

    public IAsyncEnumerable<Assignment> ListAsync(AssignmentFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ListAllAsync();

        // What the tasks' assignments are is looked up when the list is read.
        async IAsyncEnumerable<Assignment> ListAllAsync()
        {
            var among = backend.Store.Index.Read(database => Ids(database, filter));
            await foreach (var assignment in ItemPages.ReadAsync(
                among, (database, after, ids) => AssignmentTable.Page(database, filter, after, ids), backend, ct))
            {
                yield return assignment;
            }
        }
    }

    public Task<long> CountAsync(AssignmentFilter filter, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult(backend.Store.Index.Read(
            database => ItemPages.Count(Ids(database, filter), ids => AssignmentTable.Count(database, filter, ids))));
    }

    public Task SubmitAsync(long id, JsonElement data, CancellationToken ct = default)
    {
        AnnotationShape.Check("Submitting assignment", id, data, DataSchema.Any);
        return backend.Store.Writes.CommitAsync(new AssignmentSubmission(id, StoredAnnotation.Of(data)), ct);
    }

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return backend.Store.Writes.CommitAsync(Deletion.OfEach(ids, AssignmentTable.Delete), ct);
    }

    private static IReadOnlyCollection<long>? Ids(SqliteDatabase database, AssignmentFilter filter)
    {
        if (filter.Tasks is not { } tasks)
        {
            return filter.Ids;
        }

        var ofTasks = AssignmentTable.OfTasks(database, ItemPages.Text(tasks));
        return filter.Ids is { } ids ? [.. ofTasks.Intersect(ids)] : ofTasks;
    }
}
