using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Backends.Local.Writing;

namespace Synapse.Runtime.Backends.Local;

internal sealed class LocalModels(LocalBackend backend) : IModels
{
    private const int PageSize = 100;

    public async Task<Model> CreateAsync(
        string path, string name, IReadOnlyDictionary<string, double> metrics, string key, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var store = backend.Store;
        var content = await store.Intake.ReadAsync($"Creating model {name}", path, inspector: null, ct);
        return await store.Writes.CommitAsync(new ModelCreation(name, metrics, key, content), ct);
    }

    public Task<Model> GetAsync(long id, CancellationToken ct = default) =>
        Task.FromResult(Find("Getting a model", id).Model);

    public IAsyncEnumerable<Model> ListAsync(CancellationToken ct = default) =>
        Pages.Descending((database, before) => ModelTable.Page(database, before, PageSize), model => model.Id, backend, ct);

    public Task<Stream> OpenAsync(long id, CancellationToken ct = default)
    {
        var (model, content) = Find("Opening a model", id);
        return Task.FromResult(backend.Store.Content.Open(
            string.Create(CultureInfo.InvariantCulture, $"Opening model {id} ({model.Name})"), content));
    }

    public Task DeleteAsync(long id, CancellationToken ct = default) =>
        backend.Store.Writes.CommitAsync(
            new Deletion(database =>
            {
                ModelTable.Delete(database, id);
                return true;
            }),
            ct);

    private (Model Model, Content.ContentRow Content) Find(string call, long id) =>
        backend.Store.Index.Read(database => ModelTable.Find(database, id)) ?? throw Missing.Model(call, id);
}
