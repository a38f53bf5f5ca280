namespace Synapse.Backends;

/// <summary>Datasets.</summary>
public interface IDatasets
{
    /// <summary>Creates an empty dataset.</summary>
    /// <param name="name">Its name; need not be unique.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<Dataset> CreateAsync(string name, string key, CancellationToken ct = default);

    /// <summary>The dataset with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<Dataset> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All datasets, newest first.</summary>
    IAsyncEnumerable<Dataset> ListAsync(CancellationToken ct = default);

    /// <summary>Adds data units with their ground truth. A unit that is already in the dataset is replaced; its ground truth keeps its id.</summary>
    /// <exception cref="BackendException">There is no such dataset, or a data unit or task of an item does not exist. Nothing is added then.</exception>
    Task AddAsync(long id, IReadOnlyList<NewDatasetItem> items, CancellationToken ct = default);

    /// <summary>The items of a dataset in the order of their data units.</summary>
    /// <param name="id">The dataset's id.</param>
    /// <param name="split">One split, or null for all.</param>
    /// <param name="ct">Stops listing.</param>
    IAsyncEnumerable<DatasetItem> ListItemsAsync(long id, string? split = null, CancellationToken ct = default);

    /// <summary>Removes a dataset with its versions; its data units and files stay. Removing one that is gone is no error.</summary>
    Task DeleteAsync(long id, CancellationToken ct = default);

    /// <summary>Makes a version of a dataset: its items as they are now, which nothing changes any more.</summary>
    /// <param name="id">The dataset's id.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="BackendException">There is no such dataset.</exception>
    Task<DatasetVersion> CreateVersionAsync(long id, string key, CancellationToken ct = default);

    /// <summary>The version with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<DatasetVersion> GetVersionAsync(long version, CancellationToken ct = default);

    /// <summary>The versions of a dataset, newest first.</summary>
    IAsyncEnumerable<DatasetVersion> ListVersionsAsync(long id, CancellationToken ct = default);
}

/// <summary>Ground truth: the items of datasets and of their versions.</summary>
public interface IGroundTruths
{
    /// <summary>Ground truth in the order of its ids, without that whose data unit is deleted.</summary>
    /// <param name="filter">Of which dataset or version, and which of it.</param>
    /// <param name="ct">Stops listing.</param>
    /// <exception cref="BackendException">The filter names neither a dataset nor a version, or both, or one that does not exist.</exception>
    IAsyncEnumerable<GroundTruth> ListAsync(GroundTruthFilter filter, CancellationToken ct = default);

    /// <summary>How many <see cref="ListAsync"/> would list.</summary>
    /// <exception cref="BackendException">As with <see cref="ListAsync"/>.</exception>
    Task<long> CountAsync(GroundTruthFilter filter, CancellationToken ct = default);
}
