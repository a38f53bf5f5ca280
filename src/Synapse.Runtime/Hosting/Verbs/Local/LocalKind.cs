using System.Text.Json;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.CommandLine;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>A kind of thing that the embedded backend holds, as people list, look at and remove it.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Header">Columns of its list; the first is the id.</param>
/// <param name="Rows">All of them.</param>
/// <param name="Details">All that is known of one.</param>
/// <param name="Remove">Removes one; false if there was none. Null where one cannot be removed alone.</param>
internal sealed record LocalKind(
    string Name,
    IReadOnlyList<string> Header,
    Func<LocalBackend, IAsyncEnumerable<string[]>> Rows,
    Func<LocalBackend, long, Task<JsonElement>> Details,
    Func<LocalBackend, long, Task<bool>>? Remove)
{
    public static readonly IReadOnlyList<LocalKind> All =
    [
        new("files", ["id", "name", "bytes", "sha-256"], backend => backend.Files.ListAsync().Select(LocalCells.Of), LocalDetails.FileAsync,
            (backend, id) => backend.DataFiles.DeleteAsync(id))
        {
            Counted = backend => backend.DataFiles.CountAsync(),
        },
        new("collections", ["id", "name", "files"], backend => backend.DataCollections.ListAsync().Select(LocalCells.Of), LocalDetails.CollectionAsync,
            (backend, id) => backend.DataCollections.DeleteAsync(id)),
        new("storages", ["id", "name", "folder"], backend => backend.Storages.ListAsync().Select(LocalCells.Of), LocalDetails.StorageAsync,
            (backend, id) => backend.Storages.DeleteAsync(id)),
        new("units", ["id", "collection", "key", "files", "groups"], backend => backend.DataUnits.ListAsync().Select(LocalCells.Of), LocalDetails.UnitAsync,
            (backend, id) => RemoveAsync(backend.DataUnits.GetAsync(id), () => backend.DataUnits.DeleteAsync([id])))
        {
            Counted = backend => backend.DataUnits.CountAsync(),
        },
        new("projects", ["id", "name", "collection"], backend => backend.Projects.ListAsync().Select(LocalCells.Of), LocalDetails.ProjectAsync,
            (backend, id) => backend.Projects.DeleteAsync(id)),
        new("tasks", ["id", "project", "unit", "labelled", "reviewed", "file"], backend => backend.Tasks.ListAsync(new()).Select(LocalCells.Of), LocalDetails.TaskAsync,
            (backend, id) => RemoveAsync(backend.Tasks.GetAsync(id), () => backend.Tasks.DeleteAsync([id])))
        {
            Counted = backend => backend.Tasks.CountAsync(new()),
        },
        new("assignments", ["id", "project", "task", "assignee", "labelled", "reviewed"], backend => backend.Assignments.ListAsync(new()).Select(LocalCells.Of),
            LocalDetails.AssignmentAsync, (backend, id) => RemoveAsync(backend.Assignments.GetAsync(id), () => backend.Assignments.DeleteAsync([id])))
        {
            Counted = backend => backend.Assignments.CountAsync(new()),
        },
        new("datasets", ["id", "name"], backend => backend.Datasets.ListAsync().Select(LocalCells.Of), LocalDetails.DatasetAsync,
            (backend, id) => RemoveAsync(backend.Datasets.GetAsync(id), () => backend.Datasets.DeleteAsync(id))),
        new("versions", ["id", "dataset", "number"],
            backend => backend.AllDatasets.ListVersionsAsync().Select(LocalCells.Of),
            LocalDetails.VersionAsync, Remove: null),
        new("models", ["id", "name", "bytes", "sha-256"], backend => backend.Models.ListAsync().Select(LocalCells.Of), LocalDetails.ModelAsync,
            (backend, id) => RemoveAsync(backend.Models.GetAsync(id), () => backend.Models.DeleteAsync(id))),
        new("applications", ["id", "name", "address"], backend => backend.Applications.ListRegisteredAsync().Select(LocalCells.Of), LocalDetails.ApplicationAsync,
            (backend, id) => backend.Applications.DeleteAsync(id)),
    ];

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    public string Singular => Name[..^1];

    /// <summary>How many there are, where that is known without a list.</summary>
    public Func<LocalBackend, Task<long>>? Counted { get; init; }

    /// <summary>By its name or the singular of it.</summary>
    public static LocalKind Find(string word, string advice) =>
        All.FirstOrDefault(kind => kind.Name == word || kind.Singular == word)
        ?? throw new UsageException($"'{word}' is nothing that the embedded backend holds.{Spelling.DidYouMean(word, [.. All.Select(kind => kind.Name)])} It has {Names}.", advice);

    public async Task<long> CountAsync(LocalBackend backend) => Counted is { } counted ? await counted(backend) : await Rows(backend).LongCountAsync();

    /// <summary>Whether a verb can do something with it.</summary>
    public bool Suits(Verb verb) => verb == Verb.LocalRm ? Remove is not null : verb != Verb.LocalExport || LocalExport.Knows(Singular);

    private static async Task<bool> RemoveAsync(Task found, Func<Task> remove)
    {
        await found;
        await remove();
        return true;
    }
}
