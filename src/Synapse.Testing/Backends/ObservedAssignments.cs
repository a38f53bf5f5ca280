using System.Text.Json;
using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedAssignments(IAssignments assignments, CallGate gate) : IAssignments
{
    public Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<long> tasks, string? assignee, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateAssignments), ObservedBackend.Text(tasks.Count), key), () => assignments.CreateAsync(tasks, assignee, key, ct), ct);

    public Task<Assignment> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetAssignment), ObservedBackend.Text(id)), () => assignments.GetAsync(id, ct), ct);

    public IAsyncEnumerable<Assignment> ListAsync(AssignmentFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListAssignments), filter.Project is { } project ? ObservedBackend.Text(project) : ""), assignments.ListAsync(filter, ct), ct);

    public Task<long> CountAsync(AssignmentFilter filter, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CountAssignments), filter.Project is { } project ? ObservedBackend.Text(project) : ""), () => assignments.CountAsync(filter, ct), ct);

    public Task SubmitAsync(long id, JsonElement data, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.SubmitAssignment), ObservedBackend.Text(id)), () => assignments.SubmitAsync(id, data, ct), ct);

    public Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteAssignments), ObservedBackend.Text(ids.Count)), () => assignments.DeleteAsync(ids, ct), ct);
}
