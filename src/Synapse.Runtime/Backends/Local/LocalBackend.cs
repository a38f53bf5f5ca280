using Synapse.Backends;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Backends.Local;

/// <summary>
/// The embedded backend of a state folder. It is opened, and created, at its first use; several processes may use one at once.
/// </summary>
internal sealed class LocalBackend : IBackend, IDisposable
{
    private readonly BackendFolder _folder;
    private readonly Lock _gate = new();
    private LocalStore? _store;
    private bool _closed;

    public LocalBackend(StateFolder state)
    {
        _folder = new(state.Backend);
        Files = new(this);
        Storages = new LocalStorages(this);
        DataCollections = new LocalDataCollections(this);
        DataUnits = new LocalDataUnits(this);
        AllDatasets = new(this);
        Models = new LocalModels(this);
        Projects = new LocalProjects(this);
        Tasks = new LocalTasks(this);
        Assignments = new LocalAssignments(this);
        GroundTruths = new LocalGroundTruths(this);
        Applications = new(this);
    }

    public IDataFiles DataFiles => Files;

    public IStorages Storages { get; }

    public IDataCollections DataCollections { get; }

    public IDataUnits DataUnits { get; }

    public IDatasets Datasets => AllDatasets;

    public IModels Models { get; }

    public IProjects Projects { get; }

    public ITasks Tasks { get; }

    public IAssignments Assignments { get; }

    public IGroundTruths GroundTruths { get; }

    public IServeApplications ServeApplications => Applications;

    /// <summary>With a list of them all.</summary>
    internal LocalDataFiles Files { get; }

    /// <summary>With a list of all versions.</summary>
    internal LocalDatasets AllDatasets { get; }

    /// <summary>With what can be done without asking anything at their addresses.</summary>
    internal LocalServeApplications Applications { get; }

    /// <summary>Every key is kept with what was created under it.</summary>
    public CallCertainty CertaintyOf(string call) => CallCertainty.Exact;

    /// <summary>A failed opening is tried again by the next call.</summary>
    internal LocalStore Store
    {
        get
        {
            if (_store is { } open)
            {
                return open;
            }

            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                return _store ??= LocalStore.Open(_folder);
            }
        }
    }

    /// <summary>Waits for the changes under way. Streams that are open stay usable.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _store?.Dispose();
        }
    }
}
