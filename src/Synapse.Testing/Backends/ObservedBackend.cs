using System.Globalization;
using Synapse.Backends;

namespace Synapse.Testing;

/// <summary>A backend whose calls go through a <see cref="CallGate"/>, resource by resource.</summary>
internal sealed class ObservedBackend(IBackend backend, CallGate gate) : IBackend
{
    public IDataFiles DataFiles { get; } = new ObservedDataFiles(backend.DataFiles, gate);

    public IStorages Storages { get; } = new ObservedStorages(backend.Storages, gate);

    public IDataCollections DataCollections { get; } = new ObservedDataCollections(backend.DataCollections, gate);

    public IDataUnits DataUnits { get; } = new ObservedDataUnits(backend.DataUnits, gate);

    public IDatasets Datasets { get; } = new ObservedDatasets(backend.Datasets, gate);

    public IModels Models { get; } = new ObservedModels(backend.Models, gate);

    public IProjects Projects { get; } = new ObservedProjects(backend.Projects, gate);

    public ITasks Tasks { get; } = new ObservedTasks(backend.Tasks, gate);

    public IAssignments Assignments { get; } = new ObservedAssignments(backend.Assignments, gate);

    public IGroundTruths GroundTruths { get; } = new ObservedGroundTruths(backend.GroundTruths, gate);

    public IServeApplications ServeApplications { get; } = new ObservedServeApplications(backend.ServeApplications, gate);

    public CallCertainty CertaintyOf(string call) => backend.CertaintyOf(call);

    /// <summary>A number as the subject of a call.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
