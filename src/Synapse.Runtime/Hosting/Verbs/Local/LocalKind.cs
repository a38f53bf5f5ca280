using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Hosting.CommandLine;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>A kind of thing that the embedded backend holds, as people list and remove it.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Header">Columns of its list; the first is the id.</param>
/// <param name="Rows">All of them.</param>
/// <param name="Remove">Removes one; false if there was none.</param>
internal sealed record LocalKind(
    string Name, IReadOnlyList<string> Header, Func<IBackend, IAsyncEnumerable<string[]>> Rows, Func<IBackend, long, Task<bool>> Remove)
{
    public static readonly IReadOnlyList<LocalKind> All =
    [
        new("collections", ["id", "name", "files"], backend => backend.DataCollections.ListAsync().Select(Cells), (backend, id) => backend.DataCollections.DeleteAsync(id)),
        new("storages", ["id", "name", "folder"], backend => backend.Storages.ListAsync().Select(Cells), (backend, id) => backend.Storages.DeleteAsync(id)),
        new("units", ["id", "collection", "key", "files", "groups"], backend => backend.DataUnits.ListAsync().Select(Cells), RemoveUnitAsync),
        new("datasets", ["id", "name"], backend => backend.Datasets.ListAsync().Select(Cells), RemoveDatasetAsync),
        new("models", ["id", "name", "bytes", "sha-256"], backend => backend.Models.ListAsync().Select(Cells), RemoveModelAsync),
    ];

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    /// <summary>By its name or the singular of it.</summary>
    public static LocalKind Find(string word, string advice) =>
        All.FirstOrDefault(kind => kind.Name == word || kind.Name == word + "s")
        ?? throw new UsageException($"'{word}' is nothing that the embedded backend holds.{Spelling.DidYouMean(word, [.. All.Select(kind => kind.Name)])} It has {Names}.", advice);

    private static string[] Cells(DataCollection collection) =>
        [Text(collection.Id), collection.Name, string.Join("  ", collection.Files.Select(SpecificationWord.Write))];

    private static string[] Cells(Storage storage) => [Text(storage.Id), storage.Name, storage.Path];

    private static string[] Cells(DataUnit unit) =>
    [
        Text(unit.Id),
        unit.Collection is { } collection ? Text(collection) : "",
        unit.Meta.GetValueOrDefault("data_unit_key", ""),
        string.Join(", ", unit.Files.Select(file => $"{file.Key} {Text(file.Value)}")),
        string.Join(", ", unit.Groups),
    ];

    private static string[] Cells(Dataset dataset) => [Text(dataset.Id), dataset.Name];

    private static string[] Cells(Model model) => [Text(model.Id), model.Name, Text(model.Size), model.Checksum];

    private static async Task<bool> RemoveUnitAsync(IBackend backend, long id)
    {
        await backend.DataUnits.GetAsync(id);
        await backend.DataUnits.DeleteAsync([id]);
        return true;
    }

    private static async Task<bool> RemoveDatasetAsync(IBackend backend, long id)
    {
        await backend.Datasets.GetAsync(id);
        await backend.Datasets.DeleteAsync(id);
        return true;
    }

    private static async Task<bool> RemoveModelAsync(IBackend backend, long id)
    {
        await backend.Models.GetAsync(id);
        await backend.Models.DeleteAsync(id);
        return true;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
