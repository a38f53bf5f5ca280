using Synapse.Backends;

namespace Synapse.Testing;

internal sealed class ObservedProjects(IProjects projects, CallGate gate) : IProjects
{
    public Task<Project> CreateAsync(NewProject project, string key, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.CreateProject), project.Name, key), () => projects.CreateAsync(project, key, ct), ct);

    public Task<Project> GetAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.GetProject), ObservedBackend.Text(id)), () => projects.GetAsync(id, ct), ct);

    public IAsyncEnumerable<Project> ListAsync(CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.ListProjects), ""), projects.ListAsync(ct), ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        gate.PassAsync(new(nameof(BackendCalls.DeleteProject), ObservedBackend.Text(id)), () => projects.DeleteAsync(id, ct), ct);
}
