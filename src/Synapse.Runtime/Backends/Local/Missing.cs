using System.Globalization;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Ids that stand for nothing.</summary>
internal static class Missing
{
    public static BackendException DataFile(string call, long id) => Of(call, "data file", "files", id);

    public static BackendException Storage(string call, long id) => Of(call, "storage", "storages", id);

    public static BackendException DataCollection(string call, long id) => Of(call, "data collection", "collections", id);

    public static BackendException DataUnit(string call, long id) => Of(call, "data unit", "units", id);

    public static BackendException Dataset(string call, long id) => Of(call, "dataset", "datasets", id);

    public static BackendException Model(string call, long id) => Of(call, "model", "models", id);

    public static BackendException DatasetVersion(string call, long id) => Of(call, "dataset version", "versions", id);

    public static BackendException Project(string call, long id) => Of(call, "project", "projects", id);

    public static BackendException Task(string call, long id) => Of(call, "task", "tasks", id);

    public static BackendException Assignment(string call, long id) => Of(call, "assignment", "assignments", id);

    public static BackendException ServeApplication(string call, long id) => Of(call, "serve application", "applications", id);

    // What is listed is the word that the verb knows.
    private static BackendException Of(string call, string kind, string listed, long id) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{call}: there is no {kind} {id} in the embedded backend, or it was deleted. 'local ls {listed}' lists those that are there."));
}
