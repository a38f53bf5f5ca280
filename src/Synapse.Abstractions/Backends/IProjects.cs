using System.Text.Json;

namespace Synapse.Backends;

/// <summary>Projects: data units of one collection that people label as tasks.</summary>
public interface IProjects
{
    /// <summary>Creates a project.</summary>
    /// <param name="project">What it is.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">Its data collection does not exist.</exception>
    Task<Project> CreateAsync(NewProject project, string key, CancellationToken ct = default);

    /// <summary>The project with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<Project> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All projects, newest first.</summary>
    IAsyncEnumerable<Project> ListAsync(CancellationToken ct = default);

    /// <summary>Removes a project with its tasks and their assignments; data units stay. Removing one that is gone is no error.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken ct = default);
}

/// <summary>A project to create.</summary>
/// <param name="Name">Its name; need not be unique.</param>
/// <param name="DataCollection">The data collection whose data units are labelled.</param>
public sealed record NewProject(string Name, long DataCollection)
{
    /// <summary>What is labelled and how, as JSON: classes, tools, options. The backend keeps it as it is.</summary>
    public JsonElement? Configuration { get; init; }
}

/// <summary>A project.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="DataCollection">The data collection whose data units are labelled.</param>
public sealed record Project(long Id, string Name, long DataCollection)
{
    /// <summary>What is labelled and how, as JSON: classes, tools, options.</summary>
    public JsonElement? Configuration { get; init; }
}
