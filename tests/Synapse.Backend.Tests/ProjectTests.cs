using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class ProjectTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private IProjects Projects => _test.Backend.Projects;

    [Fact]
    public async Task Project_comes_back_with_its_configuration_as_it_was()
    {
        var collection = await NewCollectionAsync();
        var created = await Projects.CreateAsync(new("label", collection) { Configuration = LabelledUnits.Json("""{"classes":["Fuß",1.50]}""") }, "k");
        var found = await Projects.GetAsync(created.Id);
        Assert.Equal(("label", collection, """{"classes":["Fuß",1.50]}"""), (found.Name, found.DataCollection, found.Configuration!.Value.GetRawText()));
    }

    [Fact]
    public async Task Project_without_configuration_has_none() =>
        Assert.Null((await Projects.GetAsync((await Projects.CreateAsync(new("label", await NewCollectionAsync()), "k")).Id)).Configuration);

    [Fact]
    public async Task Project_of_a_collection_that_is_not_there_is_refused()
    {
        var error = await Assert.ThrowsAsync<BackendException>(() => Projects.CreateAsync(new("label", 99), "k"));
        Assert.Contains("no data collection 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_key_returns_the_same_project()
    {
        var project = new NewProject("label", await NewCollectionAsync()) { Configuration = LabelledUnits.Json("""{"a": 1}""") };
        var first = await Projects.CreateAsync(project, "k");
        Assert.Equal(first.Id, (await Projects.CreateAsync(project, "k")).Id);
        Assert.Single(await Projects.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Other_configuration_under_the_same_key_is_refused()
    {
        var project = new NewProject("label", await NewCollectionAsync());
        await Projects.CreateAsync(project, "k");
        var error = await Assert.ThrowsAsync<BackendException>(
            () => Projects.CreateAsync(project with { Configuration = LabelledUnits.Json("{}") }, "k"));
        Assert.Contains("the key 'k' already stands for project 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_are_listed_newest_first()
    {
        var collection = await NewCollectionAsync();
        var old = await Projects.CreateAsync(new("old", collection), "1");
        var @new = await Projects.CreateAsync(new("new", collection), "2");
        Assert.Equal([@new, old], await Projects.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Deleted_project_takes_its_tasks_and_assignments_along_and_leaves_the_units()
    {
        var (project, units) = await _test.NewProjectAsync(2);
        var other = await Projects.CreateAsync(new("other", project.DataCollection), "other");
        var tasks = await _test.Backend.Tasks.CreateAsync(project.Id, units, "tasks");
        await _test.Backend.Tasks.CreateAsync(other.Id, units, "other tasks");
        await _test.Backend.Assignments.CreateAsync(tasks, "ann", "assignments");
        Assert.True(await Projects.DeleteAsync(project.Id));
        Assert.False(await Projects.DeleteAsync(project.Id));
        await Assert.ThrowsAsync<BackendException>(() => Projects.GetAsync(project.Id));
        Assert.Equal(2, await _test.Backend.Tasks.CountAsync(new()));
        Assert.Equal(0, await _test.Backend.Assignments.CountAsync(new()));
        Assert.Equal(2, await _test.Backend.DataUnits.CountAsync());
    }

    [Fact]
    public async Task Two_backends_with_one_key_make_one_project()
    {
        var collection = await NewCollectionAsync();
        using var second = _test.Second();
        var projects = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? _test.Backend : second).Projects.CreateAsync(new("label", collection), "k")));
        Assert.Single(projects.Distinct());
    }

    private async Task<long> NewCollectionAsync() =>
        (await _test.Backend.DataCollections.CreateAsync("birds", [new("image", "image")], "collection")).Id;
}
