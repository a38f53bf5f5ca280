using System.Globalization;
using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

/// <summary>Data units and datasets.</summary>
public sealed class ResourceTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private IDataUnits Units => _test.Backend.DataUnits;

    private IDatasets Datasets => _test.Backend.Datasets;

    [Fact]
    public async Task Same_key_returns_the_same_units()
    {
        var units = await NewUnits(3);
        var first = await Units.CreateAsync(units, "k");
        var again = await Units.CreateAsync(units, "k");
        Assert.Equal(first, again);
        Assert.Equal(3, await Units.CountAsync());
    }

    [Fact]
    public async Task Other_units_under_the_same_key_are_refused()
    {
        var units = await NewUnits(3);
        await Units.CreateAsync(units, "k");
        var error = await Assert.ThrowsAsync<BackendException>(() => Units.CreateAsync([units[0], units[2], units[1]], "k"));
        Assert.Contains("number 1 of the list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_of_an_unknown_file_is_refused_and_none_is_created()
    {
        var units = await NewUnits(1);
        var error = await Assert.ThrowsAsync<BackendException>(() => Units.CreateAsync([.. units, Unit(99)], "k"));
        Assert.Contains("data file 99", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Units.CountAsync());
    }

    [Fact]
    public async Task Deleting_units_twice_is_no_error()
    {
        var created = await Units.CreateAsync(await NewUnits(2), "k");
        await Units.DeleteAsync([created[0], 1234]);
        await Units.DeleteAsync([created[0]]);
        Assert.Equal(1, await Units.CountAsync());
    }

    [Fact]
    public async Task Key_of_deleted_units_makes_new_ones()
    {
        var units = await NewUnits(2);
        var first = await Units.CreateAsync(units, "k");
        await Units.DeleteAsync(first);
        var second = await Units.CreateAsync(units, "k");
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task Key_of_partly_deleted_units_is_refused()
    {
        var units = await NewUnits(2);
        var first = await Units.CreateAsync(units, "k");
        await Units.DeleteAsync([first[0]]);
        await Assert.ThrowsAsync<BackendException>(() => Units.CreateAsync(units, "k"));
    }

    [Fact]
    public async Task Items_are_listed_by_split_in_the_order_of_their_units()
    {
        var (dataset, units) = await NewDataset(1200);
        var items = await Datasets.ListItemsAsync(dataset.Id, "even").ToListAsync();
        Assert.Equal(units.Where((_, i) => i % 2 == 0), items.Select(item => item.DataUnit));
    }

    [Fact]
    public async Task Items_of_all_splits_are_listed_without_one()
    {
        var (dataset, units) = await NewDataset(1200);
        Assert.Equal(units.Count, await Datasets.ListItemsAsync(dataset.Id).CountAsync());
    }

    [Fact]
    public async Task Item_carries_its_label_and_files()
    {
        var (dataset, _) = await NewDataset(1);
        var item = await Datasets.ListItemsAsync(dataset.Id).SingleAsync();
        Assert.Equal("label 0", item.Label);
        Assert.Equal("0.bin", item.Files["image"].Name);
    }

    [Fact]
    public async Task Adding_a_unit_again_replaces_its_item()
    {
        var (dataset, units) = await NewDataset(1);
        await Datasets.AddAsync(dataset.Id, [new(units[0], "odd", null)]);
        var item = await Datasets.ListItemsAsync(dataset.Id).SingleAsync();
        Assert.Equal(("odd", null), (item.Split, item.Label));
    }

    [Fact]
    public async Task Deleted_unit_is_no_item_any_more()
    {
        var (dataset, units) = await NewDataset(2);
        await Units.DeleteAsync([units[0]]);
        Assert.Equal(1, await Datasets.ListItemsAsync(dataset.Id).CountAsync());
    }

    [Fact]
    public async Task Adding_an_unknown_unit_adds_none()
    {
        var (dataset, units) = await NewDataset(1);
        await Assert.ThrowsAsync<BackendException>(() => Datasets.AddAsync(dataset.Id, [new(units[0], "other", null), new(77, "other", null)]));
        Assert.Equal(0, await Datasets.ListItemsAsync(dataset.Id, "other").CountAsync());
    }

    [Fact]
    public async Task Same_key_returns_the_same_dataset()
    {
        var first = await Datasets.CreateAsync("d", "k");
        Assert.Equal(first, await Datasets.CreateAsync("d", "k"));
    }

    [Fact]
    public async Task Other_dataset_under_the_same_key_is_refused()
    {
        await Datasets.CreateAsync("d", "k");
        await Assert.ThrowsAsync<BackendException>(() => Datasets.CreateAsync("e", "k"));
    }

    [Fact]
    public async Task Datasets_are_listed_newest_first()
    {
        var old = await Datasets.CreateAsync("old", "1");
        var @new = await Datasets.CreateAsync("new", "2");
        Assert.Equal([@new, old], await Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Deleted_dataset_is_gone_and_its_units_stay()
    {
        var (dataset, _) = await NewDataset(2);
        await Datasets.DeleteAsync(dataset.Id);
        await Datasets.DeleteAsync(dataset.Id);
        await Assert.ThrowsAsync<BackendException>(() => Datasets.GetAsync(dataset.Id));
        Assert.Equal(2, await Units.CountAsync());
    }

    [Fact]
    public async Task Items_of_an_unknown_dataset_are_refused() =>
        await Assert.ThrowsAsync<BackendException>(async () => await Datasets.ListItemsAsync(5).CountAsync());

    [Fact]
    public async Task Data_unit_comes_back_with_collection_metadata_and_groups()
    {
        var collection = await _test.Backend.DataCollections.CreateAsync("birds", [new("image", "image") { IsRequired = true, Extensions = ["png"] }], "collection");
        var unit = (await NewUnits(1))[0] with { Collection = collection.Id, Meta = new Dictionary<string, string> { ["place"] = "Ulm" }, Groups = ["winter"] };
        var ids = await Units.CreateAsync([unit], "units");
        var found = Assert.Single(await Units.ListAsync(collection.Id).ToListAsync());
        Assert.Equal((ids[0], collection.Id, "Ulm", "winter"), (found.Id, found.Collection!.Value, found.Meta["place"], Assert.Single(found.Groups)));
        Assert.Equal(["png"], (await _test.Backend.DataCollections.GetAsync(collection.Id)).Files[0].Extensions);
    }

    [Fact]
    public async Task Same_key_with_other_metadata_is_refused()
    {
        var unit = (await NewUnits(1))[0];
        await Units.CreateAsync([unit], "units");
        var error = await Assert.ThrowsAsync<BackendException>(() => Units.CreateAsync([unit with { Groups = ["other"] }], "units"));
        Assert.Contains("other groups in number 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_of_a_collection_that_is_not_there_is_refused()
    {
        var unit = (await NewUnits(1))[0] with { Collection = 99 };
        var error = await Assert.ThrowsAsync<BackendException>(() => Units.CreateAsync([unit], "units"));
        Assert.Contains("no data collection 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_needs_an_absolute_path()
    {
        await Assert.ThrowsAsync<BackendException>(() => _test.Backend.Storages.CreateAsync("disk", "relative", "storage"));
        var storage = await _test.Backend.Storages.CreateAsync("disk", "/data", "storage");
        Assert.Equal(storage, Assert.Single(await _test.Backend.Storages.ListAsync().ToListAsync()));
        Assert.True(await _test.Backend.Storages.DeleteAsync(storage.Id));
        Assert.False(await _test.Backend.Storages.DeleteAsync(storage.Id));
    }

    private static NewDataUnit Unit(long file) => new(new Dictionary<string, long> { ["image"] = file });

    private async Task<List<NewDataUnit>> NewUnits(int count)
    {
        var files = await Task.WhenAll(Enumerable.Range(0, count).Select(i => _test.UploadAsync($"{i}.bin", 10, seed: i)));
        return [.. files.Select(file => Unit(file.Id))];
    }

    private async Task<(Dataset Dataset, IReadOnlyList<long> Units)> NewDataset(int count)
    {
        var units = await Units.CreateAsync(await NewUnits(count), "units");
        var dataset = await Datasets.CreateAsync("d", "dataset");
        await Datasets.AddAsync(dataset.Id, [.. units.Select((unit, i) => new NewDatasetItem(
            unit, i % 2 == 0 ? "even" : "odd", string.Create(CultureInfo.InvariantCulture, $"label {i}")))]);
        return (dataset, units);
    }
}
