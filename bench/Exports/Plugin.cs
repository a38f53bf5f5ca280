using System.Globalization;
using System.Text.Json;

[assembly: SynapsePlugin("exports")]

namespace Exports;

/// <summary>Exports ground truth as it is.</summary>
[ExportAction]
public sealed partial class Export
{
    public static IAsyncEnumerable<GroundTruth> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) =>
        run.Backend.GroundTruths.ListAsync(p.Filter, ct);
}

/// <summary>What to fill a dataset with.</summary>
[Params]
public sealed partial record FillParams
{
    /// <summary>Folder of files, each of which becomes an item.</summary>
    public required string Path { get; init; }
}

/// <summary>Makes a dataset with an item for each file of a folder.</summary>
[UploadAction(Name = "fill")]
public sealed partial class Fill
{
    private const int Batch = 1000;

    [Step]
    Task<DurableList<DataFile>> Send(FillParams p, UploadContext run, CancellationToken ct) => run.ForEachAsync(
        Directory.EnumerateFiles(p.Path), path => Path.GetFileName(path), (path, token) => run.UploadFileAsync(new SourceFile(path, Path.GetFileName(path)), token), 100, ct: ct);

    [Step]
    async Task<Dataset> Create(DurableList<DataFile> files, UploadContext run, CancellationToken ct)
    {
        var collection = await run.Backend.DataCollections.CreateAsync("files", [new("file", "image") { IsRequired = true, IsPrimary = true }], "collection", ct);
        var dataset = await run.CreateDatasetAsync("files", ct);
        foreach (var chunk in files.Chunk(Batch))
        {
            NewDataUnit[] units = [.. chunk.Select(file => new NewDataUnit(new Dictionary<string, long> { ["file"] = file.Id }) { Collection = collection.Id })];
            var ids = await run.CreateDataUnitsAsync(units, $"units {chunk[0].Id}", ct);
            NewDatasetItem[] items = [.. ids.Select(id => new NewDatasetItem(id, "train", null) { Data = Annotations(id) })];
            await run.Backend.Datasets.AddAsync(dataset.Id, items, ct);
        }

        return dataset;
    }

    private static JsonElement Annotations(long id) => JsonElement.Parse(string.Create(
        CultureInfo.InvariantCulture, $$$"""{"images":[{"bounding_box":[{"id":"{{{id}}}","classification":{"class":"wren"},"data":{"x":1,"y":2,"width":3,"height":4}}]}]}"""));
}
