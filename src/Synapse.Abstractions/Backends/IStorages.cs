namespace Synapse.Backends;

/// <summary>Storages: folders that files to upload lie in, or exported ones go to.</summary>
public interface IStorages
{
    /// <summary>Registers a folder as a storage.</summary>
    /// <param name="name">Its name; need not be unique.</param>
    /// <param name="path">The folder, as this machine sees it; absolute.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<Storage> CreateAsync(string name, string path, string key, CancellationToken ct = default);

    /// <summary>The storage with an id.</summary>
    /// <exception cref="BackendException">There is none.</exception>
    Task<Storage> GetAsync(long id, CancellationToken ct = default);

    /// <summary>All storages, newest first.</summary>
    IAsyncEnumerable<Storage> ListAsync(CancellationToken ct = default);

    /// <summary>Forgets a storage; its folder stays as it is. Forgetting one that is gone is no error.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync(long id, CancellationToken ct = default);
}

/// <summary>A storage: a folder that files lie in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">The folder, as this machine sees it.</param>
public sealed record Storage(long Id, string Name, string Path);
