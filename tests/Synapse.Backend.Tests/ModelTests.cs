using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private IModels Models => _test.Backend.Models;

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public async Task Model_reads_back_with_its_metrics(int size)
    {
        var created = await CreateAsync("m.bin", size, "k");
        _test.Reopen();
        var model = await Models.GetAsync(created.Id);
        Assert.Equal((created.Name, created.Size, created.Checksum), (model.Name, model.Size, model.Checksum));
        Assert.Equal(new Dictionary<string, double> { ["accuracy"] = 0.1 + 0.2, ["loss"] = double.NaN }, model.Metrics);
        await using var content = await Models.OpenAsync(model.Id);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        Assert.Equal(await File.ReadAllBytesAsync(_test.Source + "/m.bin"), copy.ToArray());
    }

    [Fact]
    public async Task Same_key_returns_the_same_model() =>
        Assert.Equal((await CreateAsync("m.bin", 10, "k")).Id, (await CreateAsync("m.bin", 10, "k")).Id);

    [Fact]
    public async Task Other_model_under_the_same_key_is_refused()
    {
        await CreateAsync("m.bin", 10, "k");
        await Assert.ThrowsAsync<BackendException>(() => CreateAsync("m.bin", 11, "k"));
    }

    [Fact]
    public async Task Models_are_listed_newest_first()
    {
        await CreateAsync("1.bin", 10, "1");
        await CreateAsync("2.bin", 10, "2");
        Assert.Equal(["2.bin", "1.bin"], await Models.ListAsync().Select(model => model.Name).ToListAsync());
    }

    [Fact]
    public async Task Deleted_model_is_gone()
    {
        var model = await CreateAsync("m.bin", 10, "k");
        await Models.DeleteAsync(model.Id);
        await Models.DeleteAsync(model.Id);
        await Assert.ThrowsAsync<BackendException>(() => Models.OpenAsync(model.Id));
    }

    private Task<Model> CreateAsync(string name, int size, string key) => Models.CreateAsync(
        _test.Write(name, size), name, new Dictionary<string, double> { ["accuracy"] = 0.1 + 0.2, ["loss"] = double.NaN }, key);
}
