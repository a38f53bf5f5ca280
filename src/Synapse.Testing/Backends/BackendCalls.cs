namespace Synapse.Testing;

/// <summary>
/// The calls of a backend by name, to choose some in a test: <c>with.FailEvery(3, calls: c => c.UploadFile)</c>. The name is
/// also that of <see cref="MadeCall.Name"/>.
/// </summary>
public sealed class BackendCalls
{
    internal BackendCalls()
    {
    }

    /// <summary><c>DataFiles.UploadAsync</c>.</summary>
    public string UploadFile => nameof(UploadFile);

    /// <summary><c>DataFiles.GetAsync</c>.</summary>
    public string GetFile => nameof(GetFile);

    /// <summary><c>DataFiles.OpenAsync</c>.</summary>
    public string OpenFile => nameof(OpenFile);

    /// <summary><c>DataFiles.DeleteAsync</c>.</summary>
    public string DeleteFile => nameof(DeleteFile);

    /// <summary><c>DataFiles.CountAsync</c>.</summary>
    public string CountFiles => nameof(CountFiles);

    /// <summary><c>Storages.CreateAsync</c>.</summary>
    public string CreateStorage => nameof(CreateStorage);

    /// <summary><c>Storages.GetAsync</c>.</summary>
    public string GetStorage => nameof(GetStorage);

    /// <summary><c>Storages.ListAsync</c>.</summary>
    public string ListStorages => nameof(ListStorages);

    /// <summary><c>Storages.DeleteAsync</c>.</summary>
    public string DeleteStorage => nameof(DeleteStorage);

    /// <summary><c>DataCollections.CreateAsync</c>.</summary>
    public string CreateDataCollection => nameof(CreateDataCollection);

    /// <summary><c>DataCollections.GetAsync</c>.</summary>
    public string GetDataCollection => nameof(GetDataCollection);

    /// <summary><c>DataCollections.ListAsync</c>.</summary>
    public string ListDataCollections => nameof(ListDataCollections);

    /// <summary><c>DataCollections.DeleteAsync</c>.</summary>
    public string DeleteDataCollection => nameof(DeleteDataCollection);

    /// <summary><c>DataUnits.CreateAsync</c>.</summary>
    public string CreateDataUnits => nameof(CreateDataUnits);

    /// <summary><c>DataUnits.GetAsync</c>.</summary>
    public string GetDataUnit => nameof(GetDataUnit);

    /// <summary><c>DataUnits.ListAsync</c>.</summary>
    public string ListDataUnits => nameof(ListDataUnits);

    /// <summary><c>DataUnits.FindChecksumsAsync</c>.</summary>
    public string FindChecksums => nameof(FindChecksums);

    /// <summary><c>DataUnits.DeleteAsync</c>.</summary>
    public string DeleteDataUnits => nameof(DeleteDataUnits);

    /// <summary><c>DataUnits.CountAsync</c>.</summary>
    public string CountDataUnits => nameof(CountDataUnits);

    /// <summary><c>Datasets.CreateAsync</c>.</summary>
    public string CreateDataset => nameof(CreateDataset);

    /// <summary><c>Datasets.GetAsync</c>.</summary>
    public string GetDataset => nameof(GetDataset);

    /// <summary><c>Datasets.ListAsync</c>.</summary>
    public string ListDatasets => nameof(ListDatasets);

    /// <summary><c>Datasets.AddAsync</c>.</summary>
    public string AddDatasetItems => nameof(AddDatasetItems);

    /// <summary><c>Datasets.ListItemsAsync</c>.</summary>
    public string ListDatasetItems => nameof(ListDatasetItems);

    /// <summary><c>Datasets.DeleteAsync</c>.</summary>
    public string DeleteDataset => nameof(DeleteDataset);

    /// <summary><c>Models.CreateAsync</c>.</summary>
    public string CreateModel => nameof(CreateModel);

    /// <summary><c>Models.GetAsync</c>.</summary>
    public string GetModel => nameof(GetModel);

    /// <summary><c>Models.ListAsync</c>.</summary>
    public string ListModels => nameof(ListModels);

    /// <summary><c>Models.OpenAsync</c>.</summary>
    public string OpenModel => nameof(OpenModel);

    /// <summary><c>Models.DeleteAsync</c>.</summary>
    public string DeleteModel => nameof(DeleteModel);

    /// <summary><c>Datasets.CreateVersionAsync</c>.</summary>
    public string CreateDatasetVersion => nameof(CreateDatasetVersion);

    /// <summary><c>Datasets.GetVersionAsync</c>.</summary>
    public string GetDatasetVersion => nameof(GetDatasetVersion);

    /// <summary><c>Datasets.ListVersionsAsync</c>.</summary>
    public string ListDatasetVersions => nameof(ListDatasetVersions);

    /// <summary><c>Projects.CreateAsync</c>.</summary>
    public string CreateProject => nameof(CreateProject);

    /// <summary><c>Projects.GetAsync</c>.</summary>
    public string GetProject => nameof(GetProject);

    /// <summary><c>Projects.ListAsync</c>.</summary>
    public string ListProjects => nameof(ListProjects);

    /// <summary><c>Projects.DeleteAsync</c>.</summary>
    public string DeleteProject => nameof(DeleteProject);

    /// <summary><c>Tasks.CreateAsync</c>.</summary>
    public string CreateTasks => nameof(CreateTasks);

    /// <summary><c>Tasks.GetAsync</c>.</summary>
    public string GetTask => nameof(GetTask);

    /// <summary><c>Tasks.ListAsync</c>.</summary>
    public string ListTasks => nameof(ListTasks);

    /// <summary><c>Tasks.CountAsync</c>.</summary>
    public string CountTasks => nameof(CountTasks);

    /// <summary><c>Tasks.AnnotateAsync</c>.</summary>
    public string AnnotateTask => nameof(AnnotateTask);

    /// <summary><c>Tasks.DeleteAsync</c>.</summary>
    public string DeleteTasks => nameof(DeleteTasks);

    /// <summary><c>Assignments.CreateAsync</c>.</summary>
    public string CreateAssignments => nameof(CreateAssignments);

    /// <summary><c>Assignments.GetAsync</c>.</summary>
    public string GetAssignment => nameof(GetAssignment);

    /// <summary><c>Assignments.ListAsync</c>.</summary>
    public string ListAssignments => nameof(ListAssignments);

    /// <summary><c>Assignments.CountAsync</c>.</summary>
    public string CountAssignments => nameof(CountAssignments);

    /// <summary><c>Assignments.SubmitAsync</c>.</summary>
    public string SubmitAssignment => nameof(SubmitAssignment);

    /// <summary><c>Assignments.DeleteAsync</c>.</summary>
    public string DeleteAssignments => nameof(DeleteAssignments);

    /// <summary><c>GroundTruths.ListAsync</c>.</summary>
    public string ListGroundTruths => nameof(ListGroundTruths);

    /// <summary><c>GroundTruths.CountAsync</c>.</summary>
    public string CountGroundTruths => nameof(CountGroundTruths);

    /// <summary><c>ServeApplications.CreateAsync</c>.</summary>
    public string CreateServeApplication => nameof(CreateServeApplication);

    /// <summary><c>ServeApplications.GetAsync</c>.</summary>
    public string GetServeApplication => nameof(GetServeApplication);

    /// <summary><c>ServeApplications.ListAsync</c>.</summary>
    public string ListServeApplications => nameof(ListServeApplications);

    /// <summary><c>ServeApplications.EnsureRunningAsync</c>.</summary>
    public string EnsureServeApplication => nameof(EnsureServeApplication);

    /// <summary><c>ServeApplications.InferAsync</c>.</summary>
    public string Infer => nameof(Infer);

    /// <summary><c>ServeApplications.DeleteAsync</c>.</summary>
    public string DeleteServeApplication => nameof(DeleteServeApplication);
}
