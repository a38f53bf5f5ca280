using System.Text.Json;
using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedTasks(ITasks tasks, CallGate gate) : ITasks
{
    public Task<IReadOnlyList<long>> CreateAsync(long project, IReadOnlyList<long> dataUnits, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateTasks), ObservedBackend.Text(dataUnits.Count), key), () => tasks.CreateAsync(project, dataUnits, key, ct), ct);

    public Task<TaskItem> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetTask), ObservedBackend.Text(id)), () => tasks.GetAsync(id, ct), ct);

    public IAsyncEnumerable<TaskItem> ListAsync(TaskFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListTasks), filter.Project is { } project ? ObservedBackend.Text(project) : ""), tasks.ListAsync(filter, ct), ct);

    public Task<long> CountAsync(TaskFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CountTasks), filter.Project is { } project ? ObservedBackend.Text(project) : ""), () => tasks.CountAsync(filter, ct), ct);

    public Task AnnotateAsync(long id, JsonElement data, DataSchema schema = DataSchema.DmSchemaV1, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.AnnotateTask), ObservedBackend.Text(id)), () => tasks.AnnotateAsync(id, data, schema, ct), ct);

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteTasks), ObservedBackend.Text(ids.Count)), () => tasks.DeleteAsync(ids, ct), ct);
}
