namespace Synapse.Backends;

/// <summary>Data collections: what kinds of files a data unit has.</summary>
public interface IDataCollections
{
    /// <summary>Creates a data collection.</summary>
    /// <param name="name">Its name; need not be unique.</param>
    /// <param name="files">What files its data units have; at least one, no two of one name.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<DataCollection> CreateAsync(string name, IReadOnlyList<FileSpecification> files, string key, CancellationToken ct = default);

    /// <summary>The data collection with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<DataCollection> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All data collections, newest first.</summary>
    IAsyncEnumerable<DataCollection> ListAsync(CancellationToken ct = default);

    /// <summary>Removes a data collection; its data units stay. Removing one that is gone is no error.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken ct = default);
}

/// <summary>A data collection: what kinds of files a data unit has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Files">What files its data units have.</param>
public sealed record DataCollection(long Id, string Name, IReadOnlyList<FileSpecification> Files);

/// <summary>One kind of file in the data units of a collection.</summary>
/// <param name="Name">The part of the unit that it is, and the folder its files lie in: <c>image_1</c>.</param>
/// <param name="FileType">What it holds: <c>image</c>, <c>video</c>, <c>pcd</c>, <c>text</c>, <c>audio</c>, <c>data</c>.</param>
public sealed record FileSpecification(string Name, string FileType)
{
    /// <summary>Whether every data unit has one.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is the file that people look at.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Extensions that are allowed, without dot, in any case. Empty allows all.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];
}
