using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

/// <summary>Ground truth of datasets and of their versions.</summary>
public sealed class GroundTruthTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private IDatasets Datasets => _test.Backend.Datasets;

    private IGroundTruths Truths => _test.Backend.GroundTruths;

    [Fact]
    public async Task Ground_truth_has_what_was_added_of_it()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var task = (await _test.Backend.Tasks.CreateAsync(project.Id, units, "tasks"))[0];
        var dataset = await Datasets.CreateAsync("d", "d");
        await Datasets.AddAsync(dataset.Id, [new(units[0], "train", "cat") { Data = LabelledUnits.Json("""{"images":[{}]}"""), Task = task }]);
        var truth = await Truths.ListAsync(new() { Dataset = dataset.Id }).SingleAsync();
        Assert.Equal((units[0], dataset.Id, "train", "cat", task), (truth.DataUnit, truth.Dataset, truth.Split, truth.Label, truth.Task!.Value));
        Assert.Equal("""{"images":[{}]}""", truth.Data!.Value.GetRawText());
        Assert.Equal("image0.bin", truth.PrimaryFile!.Name);
    }

    [Fact]
    public async Task Item_of_a_task_that_is_not_there_is_refused_and_none_is_added()
    {
        var (dataset, units) = await NewDatasetAsync(1);
        var error = await Assert.ThrowsAsync<BackendException>(
            () => Datasets.AddAsync(dataset, [new(units[0], "other", null), new(units[0], "other", null) { Task = 9 }]));
        Assert.Contains("no task 9", error.Message, StringComparison.Ordinal);
        Assert.Equal("even", (await Truths.ListAsync(new() { Dataset = dataset }).SingleAsync()).Split);
    }

    [Fact]
    public async Task Replaced_item_keeps_its_id()
    {
        var (dataset, units) = await NewDatasetAsync(3);
        var before = await Truths.ListAsync(new() { Dataset = dataset }).Select(truth => truth.Id).ToListAsync();
        await Datasets.AddAsync(dataset, [new(units[1], "new", null) { Data = LabelledUnits.Json("[1]") }]);
        await Datasets.AddAsync(dataset, [new(units[1], "new", null) { Data = LabelledUnits.Json("[2]") }]);
        var after = await Truths.ListAsync(new() { Dataset = dataset }).ToListAsync();
        Assert.Equal(before, after.Select(truth => truth.Id));
        Assert.Equal("[2]", after[1].Data!.Value.GetRawText());
        Assert.Equal(1, _test.Query("SELECT count(*) FROM annotation"));
    }

    [Fact]
    public async Task Everything_that_is_given_must_apply_to_dataset_and_version_alike()
    {
        var (dataset, units) = await NewDatasetAsync(6);
        var version = await Datasets.CreateVersionAsync(dataset, "v");
        var ids = await Truths.ListAsync(new() { Dataset = dataset }).Select(truth => truth.Id).ToListAsync();
        await _test.Backend.DataUnits.DeleteAsync([units[5]]);
        foreach (var of in new GroundTruthFilter[] { new() { Dataset = dataset }, new() { DatasetVersion = version.Id } })
        {
            await ExpectAsync([.. ids.Take(5)], of);
            await ExpectAsync([ids[0], ids[2], ids[4]], of with { Split = "even" });
            await ExpectAsync([ids[1], ids[2]], of with { Labels = ["label 1", "label 2", "label 9"] });
            await ExpectAsync([], of with { Labels = [] });
            await ExpectAsync([ids[2]], of with { Ids = [ids[5], ids[2], ids[1], 99], Split = "even" });
        }
    }

    [Fact]
    public async Task Version_stays_as_it_was_made()
    {
        var (dataset, units) = await NewDatasetAsync(2);
        await Datasets.AddAsync(dataset, [new(units[0], "old", "a") { Data = LabelledUnits.Json("[1]") }]);
        var version = await Datasets.CreateVersionAsync(dataset, "v");
        await Datasets.AddAsync(dataset, [new(units[0], "new", "b") { Data = LabelledUnits.Json("[2]") }]);
        var then = await Truths.ListAsync(new() { DatasetVersion = version.Id }).FirstAsync();
        var now = await Truths.ListAsync(new() { Dataset = dataset }).FirstAsync();
        Assert.Equal((now.Id, now.DataUnit, dataset), (then.Id, then.DataUnit, then.Dataset));
        Assert.Equal(("old", "a", "[1]"), (then.Split, then.Label, then.Data!.Value.GetRawText()));
        Assert.Equal(("new", "b", "[2]"), (now.Split, now.Label, now.Data!.Value.GetRawText()));
    }

    [Fact]
    public async Task Versions_are_numbered_in_their_dataset_and_listed_newest_first()
    {
        var (dataset, _) = await NewDatasetAsync(1);
        var other = await Datasets.CreateAsync("other", "other");
        var first = await Datasets.CreateVersionAsync(dataset, "1");
        await Datasets.CreateVersionAsync(other.Id, "2");
        var second = await Datasets.CreateVersionAsync(dataset, "3");
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal([second, first], await Datasets.ListVersionsAsync(dataset).ToListAsync());
        Assert.Equal(second, await Datasets.GetVersionAsync(second.Id));
    }

    [Fact]
    public async Task Same_key_returns_the_same_version_and_another_dataset_is_refused()
    {
        var (dataset, units) = await NewDatasetAsync(2);
        var first = await Datasets.CreateVersionAsync(dataset, "v");
        await Datasets.AddAsync(dataset, [new(units[0], "new", null)]);
        Assert.Equal(first, await Datasets.CreateVersionAsync(dataset, "v"));
        Assert.Equal("even", (await Truths.ListAsync(new() { DatasetVersion = first.Id }).FirstAsync()).Split);
        var other = await Datasets.CreateAsync("other", "other");
        var error = await Assert.ThrowsAsync<BackendException>(() => Datasets.CreateVersionAsync(other.Id, "v"));
        Assert.Contains("version 1 of dataset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_dataset_takes_its_versions_along()
    {
        var (dataset, units) = await NewDatasetAsync(1);
        await Datasets.AddAsync(dataset, [new(units[0], "a", null) { Data = LabelledUnits.Json("[1]") }]);
        var version = await Datasets.CreateVersionAsync(dataset, "v");
        await Datasets.AddAsync(dataset, [new(units[0], "a", null) { Data = LabelledUnits.Json("[2]") }]);
        await Datasets.DeleteAsync(dataset);
        await Assert.ThrowsAsync<BackendException>(() => Datasets.GetVersionAsync(version.Id));
        await Assert.ThrowsAsync<BackendException>(() => Truths.CountAsync(new() { DatasetVersion = version.Id }));
        await Assert.ThrowsAsync<BackendException>(async () => await Datasets.ListVersionsAsync(dataset).CountAsync());
        Assert.Equal(0, _test.Query("SELECT count(*) FROM annotation"));
    }

    [Fact]
    public async Task Filter_must_name_one_that_is_there()
    {
        var (dataset, _) = await NewDatasetAsync(1);
        await RefuseAsync(new(), "neither a dataset nor a version");
        await RefuseAsync(new() { Dataset = dataset, DatasetVersion = 1 }, "Give one of them");
        await RefuseAsync(new() { Dataset = 99 }, "no dataset 99");
        await RefuseAsync(new() { DatasetVersion = 98 }, "no dataset version 98");
        await Assert.ThrowsAsync<BackendException>(() => Datasets.CreateVersionAsync(99, "v"));
    }

    [Fact]
    public async Task Two_backends_number_versions_without_gaps()
    {
        var (dataset, _) = await NewDatasetAsync(1);
        using var second = _test.Second();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _test.Backend : second).Datasets.CreateVersionAsync(dataset, $"{i}")));
        Assert.Equal(Enumerable.Range(1, 20).Reverse(), await Datasets.ListVersionsAsync(dataset).Select(version => version.Number).ToListAsync());
    }

    private async Task<(long Dataset, IReadOnlyList<long> Units)> NewDatasetAsync(int count)
    {
        var units = await _test.NewUnitsAsync(count, null, "image");
        var dataset = await Datasets.CreateAsync("d", "d");
        await Datasets.AddAsync(dataset.Id, [.. units.Select((unit, i) => new NewDatasetItem(unit, i % 2 == 0 ? "even" : "odd", $"label {i}"))]);
        return (dataset.Id, units);
    }

    private async Task RefuseAsync(GroundTruthFilter filter, string message)
    {
        var error = await Assert.ThrowsAsync<BackendException>(async () => await Truths.ListAsync(filter).CountAsync());
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BackendException>(() => Truths.CountAsync(filter));
    }

    private async Task ExpectAsync(IReadOnlyList<long> ids, GroundTruthFilter filter)
    {
        Assert.Equal(ids, await Truths.ListAsync(filter).Select(truth => truth.Id).ToListAsync());
        Assert.Equal(ids.Count, await Truths.CountAsync(filter));
    }
}
