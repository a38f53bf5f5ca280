namespace Synapse.Backends;

/// <summary>
/// The platform as an action sees it: the embedded backend on a laptop, the platform's REST elsewhere. Every creating call
/// takes a key; the same key again returns what was created before.
/// </summary>
public interface IBackend
{
    /// <summary>Uploaded files.</summary>
    IDataFiles DataFiles { get; }

    /// <summary>Folders that files to upload lie in, or exported ones go to.</summary>
    IStorages Storages { get; }

    /// <summary>Data collections: what kinds of files a data unit has.</summary>
    IDataCollections DataCollections { get; }

    /// <summary>Data units: what people label, each of one or more files.</summary>
    IDataUnits DataUnits { get; }

    /// <summary>Datasets: data units with ground truth, in splits.</summary>
    IDatasets Datasets { get; }

    /// <summary>Trained models.</summary>
    IModels Models { get; }

    /// <summary>Projects: data units of one collection that people label as tasks.</summary>
    IProjects Projects { get; }

    /// <summary>Tasks: the data units of a project that are to be labelled.</summary>
    ITasks Tasks { get; }

    /// <summary>Assignments: tasks in the hands of people.</summary>
    IAssignments Assignments { get; }

    /// <summary>Ground truth: the items of datasets and of their versions.</summary>
    IGroundTruths GroundTruths { get; }

    /// <summary>Serve applications: models behind an address that answers requests.</summary>
    IServeApplications ServeApplications { get; }

    /// <summary>What the backend can say of a creating call whose answer was lost.</summary>
    /// <param name="call">One of <see cref="BackendCall"/>.</param>
    CallCertainty CertaintyOf(string call);
}

/// <summary>Uploaded files.</summary>
public interface IDataFiles
{
    /// <summary>Uploads a file.</summary>
    /// <param name="path">The file on this machine.</param>
    /// <param name="name">The name to store it under.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="inspector">Sees the content and may refuse it, or null.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<DataFile> UploadAsync(string path, string name, string key, ContentInspector? inspector = null, CancellationToken ct = default);

    /// <summary>The file with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<DataFile> GetAsync(long id, CancellationToken ct = default);

    /// <summary>Opens a file's content.</summary>
    /// <exception cref="BackendException">There is none, or its content is damaged. Damage may show while the stream is read, at its end at the latest.</exception>
    Task<Stream> OpenAsync(long id, CancellationToken ct = default);

    /// <summary>Removes a file. Removing one that is gone is no error.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken ct = default);

    /// <summary>How many files there are.</summary>
    Task<long> CountAsync(CancellationToken ct = default);
}

/// <summary>Data units.</summary>
public interface IDataUnits
{
    /// <summary>Creates data units in one transaction.</summary>
    /// <param name="units">The units.</param>
    /// <param name="key">Idempotency key of the call.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>Their ids, in the order of <paramref name="units"/>.</returns>
    Task<IReadOnlyList<long>> CreateAsync(IReadOnlyList<NewDataUnit> units, string key, CancellationToken ct = default);

    /// <summary>The data unit with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<DataUnit> GetAsync(long id, CancellationToken ct = default);

    /// <summary>Data units in the order of their ids.</summary>
    /// <param name="collection">Those of one data collection, or null for all.</param>
    /// <param name="ct">Stops listing.</param>
    IAsyncEnumerable<DataUnit> ListAsync(long? collection = null, CancellationToken ct = default);

    /// <summary>Which of some contents are in the data units of a collection already. One question of thousands is much faster than thousands.</summary>
    /// <param name="collection">The data collection's id.</param>
    /// <param name="checksums">SHA-256 of contents, lower-case hexadecimal, as in <see cref="DataFile.Checksum"/>.</param>
    /// <param name="ct">Stops looking.</param>
    /// <returns>Those of <paramref name="checksums"/> that a file of a data unit in the collection has.</returns>
    Task<IReadOnlySet<string>> FindChecksumsAsync(long collection, IReadOnlyCollection<string> checksums, CancellationToken ct = default);

    /// <summary>Removes data units. Removing ones that are gone is no error.</summary>
    Task DeleteAsync(IReadOnlyList<long> ids, CancellationToken ct = default);

    /// <summary>How many data units there are.</summary>
    Task<long> CountAsync(CancellationToken ct = default);
}

/// <summary>Models.</summary>
public interface IModels
{
    /// <summary>Stores a model.</summary>
    /// <param name="path">The model's file on this machine.</param>
    /// <param name="name">Its name.</param>
    /// <param name="metrics">What was measured of it.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<Model> CreateAsync(string path, string name, IReadOnlyDictionary<string, double> metrics, string key, CancellationToken ct = default);

    /// <summary>The model with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<Model> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All models, newest first.</summary>
    IAsyncEnumerable<Model> ListAsync(CancellationToken ct = default);

    /// <summary>Opens a model's content.</summary>
    /// <exception cref="BackendException">There is none, or its content is damaged. Damage may show while the stream is read, at its end at the latest.</exception>
    Task<Stream> OpenAsync(long id, CancellationToken ct = default);

    /// <summary>Removes a model. Removing one that is gone is no error.</summary>
    Task DeleteAsync(long id, CancellationToken ct = default);
}
