using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalProjects(LocalBackend backend) : IProjects
{
    private const int PageSize = 500;

    public Task<Project> CreateAsync(NewProject project, string key, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentException.ThrowIfNullOrEmpty(project.Name);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return backend.Store.Writes.CommitAsync(new ProjectCreation(project, key), ct);
    }

    public Task<Project> GetAsync(long id, CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(database => ProjectTable.Find(database, id)) ?? throw Missing.Project("Getting a project", id));

    public IAsyncEnumerable<Project> ListAsync(CancellationToken ct = default) =>
        Pages.Descending((database, before) => ProjectTable.Page(database, before, PageSize), project => project.Id, backend, ct);

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(new Deletion(database => ProjectTable.Delete(database, id)), ct);
}
