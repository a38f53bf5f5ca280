using System.Globalization;
using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Ids that stand for nothing.</summary>
internal static class Missing
{
    public static BackendException DataFile(string call, long id) => Of(call, "data file", id);

    public static BackendException Storage(string call, long id) => Of(call, "storage", id);

    public static BackendException DataCollection(string call, long id) => Of(call, "data collection", id);

    public static BackendException DataUnit(string call, long id) => Of(call, "data unit", id);

    public static BackendException Dataset(string call, long id) => Of(call, "dataset", id);

    public static BackendException Model(string call, long id) => Of(call, "model", id);

    public static BackendException DatasetVersion(string call, long id) => Of(call, "dataset version", id);

    public static BackendException Project(string call, long id) => Of(call, "project", id);

    public static BackendException Task(string call, long id) => Of(call, "task", id);

    public static BackendException Assignment(string call, long id) => Of(call, "assignment", id);

    public static BackendException ServeApplication(string call, long id) => Of(call, "serve application", id);

    private static BackendException Of(string call, string kind, long id) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{call}: there is no {kind} {id} in the embedded backend, or it was deleted. Ids are in the results of the runs that made them: 'show RUN'."));
}
