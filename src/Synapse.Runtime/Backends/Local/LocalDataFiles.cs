using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalDataFiles(LocalBackend backend) : IDataFiles
{
    private const int PageSize = 500;

    public async Task<DataFile> UploadAsync(
        string path, string name, string key, ContentInspector? inspector = null, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var store = backend.Store;
        PreparedContent content;
        try
        {
            content = await store.Intake.ReadAsync($"Uploading {name}", path, inspector, ct);
        }
        catch (BackendException e) when (e.InnerException is FileNotFoundException or DirectoryNotFoundException)
        {
            // An action may delete its source once it is uploaded, and be killed before it noted that.
            if (store.Index.Read(database => DataFileTable.FindByKey(database, key)) is { } uploaded && uploaded.Name == name)
            {
                return uploaded;
            }

            throw;
        }

        return await store.Writes.CommitAsync(new FileUpload(name, key, content), ct);
    }

    public Task<DataFile> GetAsync(long id, CancellationToken ct = default)
    {
        var found = backend.Store.Index.Read(database => DataFileTable.Find(database, id));
        return Task.FromResult(found is { Deleted: false } file ? file.File : throw Missing.DataFile("Getting a file", id));
    }

    public Task<Stream> OpenAsync(long id, CancellationToken ct = default)
    {
        var store = backend.Store;
        var found = store.Index.Read(database => DataFileTable.Find(database, id));
        if (found is not { Deleted: false } file)
        {
            throw Missing.DataFile("Opening a file", id);
        }

        return Task.FromResult(store.Content.Open(
            string.Create(CultureInfo.InvariantCulture, $"Opening data file {id} ({file.File.Name})"), file.Content));
    }

    public Task<bool> DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(new Deletion(database => DataFileTable.Delete(database, id)), ct);

    /// <summary>All of them, oldest first.</summary>
    public IAsyncEnumerable<DataFile> ListAsync(CancellationToken ct = default) =>
        Pages.Ascending((database, after) => DataFileTable.Page(database, after, PageSize), file => file.Id, backend, ct);

    public Task<long> CountAsync(CancellationToken ct = default) =>
        Task.FromResult(backend.Store.Index.Read(DataFileTable.Count));
}
