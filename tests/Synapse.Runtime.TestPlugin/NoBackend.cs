using Synapse.Backends;

namespace Synapse.Runtime.TestPlugin;

internal sealed class NoBackend : IBackend
{
    public IDataFiles DataFiles => throw new NotSupportedException();

    public IStorages Storages => throw new NotSupportedException();

    public IDataCollections DataCollections => throw new NotSupportedException();

    public IDataUnits DataUnits => throw new NotSupportedException();

    public IDatasets Datasets => throw new NotSupportedException();

    public IModels Models => throw new NotSupportedException();

    public IProjects Projects => throw new NotSupportedException();

    public ITasks Tasks => throw new NotSupportedException();

    public IAssignments Assignments => throw new NotSupportedException();

    public IGroundTruths GroundTruths => throw new NotSupportedException();

    public IServeApplications ServeApplications => throw new NotSupportedException();

    public CallCertainty Certainty { get; init; }

    public CallCertainty CertaintyOf(string call) => Certainty;
}
