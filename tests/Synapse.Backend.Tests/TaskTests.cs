using Synapse.Backend.Tests.Support;
using Synapse.Backends;

namespace Synapse.Backend.Tests;

public sealed class TaskTests : IDisposable
{
    private readonly TestBackend _test = new();

    public void Dispose() => _test.Dispose();

    private ITasks Tasks => _test.Backend.Tasks;

    [Fact]
    public async Task Task_has_its_project_unit_and_files()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var ids = await Tasks.CreateAsync(project.Id, units, "k");
        var task = await Tasks.GetAsync(ids[0]);
        Assert.Equal((ids[0], units[0], project.Id), (task.Id, task.DataUnit, task.Project));
        Assert.Equal((LabelStatus.StandBy, ReviewStatus.StandBy, null), (task.LabelStatus, task.ReviewStatus, task.Data));
        Assert.Equal("image0.bin", task.PrimaryFile!.Name);
        Assert.Equal(task.Files["image"].Checksum, await _test.ChecksumAsync(task.Files["image"].Id));
    }

    [Fact]
    public async Task Ids_are_in_the_order_of_the_units()
    {
        var (project, units) = await _test.NewProjectAsync(3);
        var ids = await Tasks.CreateAsync(project.Id, [units[2], units[0], units[1]], "k");
        Assert.Equal([units[2], units[0], units[1]], await Tasks.ListAsync(new() { Ids = ids }).Select(task => task.DataUnit).ToListAsync());
    }

    [Fact]
    public async Task Same_key_returns_the_same_tasks()
    {
        var (project, units) = await _test.NewProjectAsync(3);
        var first = await Tasks.CreateAsync(project.Id, units, "k");
        Assert.Equal(first, await Tasks.CreateAsync(project.Id, units, "k"));
        Assert.Equal(3, await Tasks.CountAsync(new()));
    }

    [Fact]
    public async Task Other_units_or_another_project_under_the_same_key_are_refused()
    {
        var (project, units) = await _test.NewProjectAsync(3);
        var other = await _test.Backend.Projects.CreateAsync(new("other", project.DataCollection), "other");
        await Tasks.CreateAsync(project.Id, units, "k");
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(project.Id, [units[0], units[2], units[1]], "k"));
        Assert.Contains($"data unit {units[2]} as number 1 of the list", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(project.Id, [units[0]], "k"));
        Assert.Contains("1 tasks", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(other.Id, units, "k"));
    }

    [Fact]
    public async Task Key_of_deleted_tasks_makes_new_ones()
    {
        var (project, units) = await _test.NewProjectAsync(2);
        var first = await Tasks.CreateAsync(project.Id, units, "k");
        await Tasks.DeleteAsync([first[0]]);
        await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(project.Id, units, "k"));
        await Tasks.DeleteAsync(first);
        Assert.Empty(first.Intersect(await Tasks.CreateAsync(project.Id, units, "k")));
    }

    [Fact]
    public async Task Two_backends_with_one_key_make_the_tasks_once()
    {
        var (project, units) = await _test.NewProjectAsync(5);
        using var second = _test.Second();
        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? _test.Backend : second).Tasks.CreateAsync(project.Id, units, "k")));
        Assert.All(created, ids => Assert.Equal(created[0], ids));
        Assert.Equal(5, await second.Tasks.CountAsync(new()));
    }

    [Fact]
    public async Task Project_or_unit_that_is_not_there_is_refused_and_nothing_is_created()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(99, units, "k"));
        Assert.Contains("no project 99", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(project.Id, [units[0], 77], "k"));
        Assert.Contains("number 1 of the list: there is no data unit 77", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Tasks.CountAsync(new()));
    }

    [Fact]
    public async Task Unit_of_another_collection_is_refused()
    {
        var (project, _) = await _test.NewProjectAsync(1);
        var units = await _test.NewUnitsAsync(1, null, "image");
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.CreateAsync(project.Id, units, "k"));
        Assert.Contains("is of no data collection", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_of_deleted_units_are_not_listed_counted_or_found()
    {
        var (project, units) = await _test.NewProjectAsync(3);
        var ids = await Tasks.CreateAsync(project.Id, units, "k");
        await _test.Backend.DataUnits.DeleteAsync([units[1]]);
        Assert.Equal([ids[0], ids[2]], await Tasks.ListAsync(new()).Select(task => task.Id).ToListAsync());
        Assert.Equal(2, await Tasks.CountAsync(new() { Project = project.Id }));
        await Assert.ThrowsAsync<BackendException>(() => Tasks.GetAsync(ids[1]));
        await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(ids[1], LabelledUnits.Json("{}")));
    }

    [Fact]
    public async Task Everything_that_is_given_must_apply()
    {
        var (project, units) = await _test.NewProjectAsync(4);
        var other = await _test.Backend.Projects.CreateAsync(new("other", project.DataCollection), "other");
        var ids = await Tasks.CreateAsync(project.Id, units, "k");
        var others = await Tasks.CreateAsync(other.Id, units, "others");
        await Tasks.AnnotateAsync(ids[1], LabelledUnits.Json("{}"));
        await Tasks.AnnotateAsync(ids[3], LabelledUnits.Json("{}"));
        await Tasks.AnnotateAsync(others[0], LabelledUnits.Json("{}"));

        await ExpectAsync([.. ids, .. others], new());
        await ExpectAsync(others, new() { Project = other.Id });
        await ExpectAsync([ids[1], ids[3]], new() { Project = project.Id, HasData = true });
        await ExpectAsync([ids[0], ids[2]], new() { Project = project.Id, HasData = false });
        await ExpectAsync([ids[1], ids[3], others[0]], new() { LabelStatus = LabelStatus.Submitted });
        await ExpectAsync([], new() { ReviewStatus = ReviewStatus.Completed });
        await ExpectAsync([ids[1]], new() { Project = project.Id, HasData = true, Ids = [others[0], 4711, ids[1], ids[0], ids[1]] });
        await ExpectAsync([], new() { Ids = [] });
    }

    [Fact]
    public async Task Lists_of_many_pages_are_whole_and_in_order()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var ids = await Tasks.CreateAsync(project.Id, [.. Enumerable.Repeat(units[0], 1700)], "k");
        await ExpectAsync(ids, new());
        await ExpectAsync(ids, new() { Project = project.Id });
        await ExpectAsync(ids, new() { Ids = [.. ids.Reverse()] });
        await ExpectAsync([ids[^1]], new() { Ids = [.. Enumerable.Range(5000, 1200).Select(id => (long)id), ids[^1]] });
    }

    [Fact]
    public async Task Pages_are_cut_where_annotations_are_large()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        var ids = await Tasks.CreateAsync(project.Id, [.. Enumerable.Repeat(units[0], 20)], "k");
        var large = LabelledUnits.Json($$"""{"text":"{{new string('x', 1_000_000)}}"}""");
        await Task.WhenAll(ids.Select(id => Tasks.AnnotateAsync(id, large, DataSchema.Any)));
        await ExpectAsync(ids, new());
        await ExpectAsync(ids, new() { Ids = ids });
        Assert.All(await Tasks.ListAsync(new()).ToListAsync(), task => Assert.Equal(1_000_000, task.Data!.Value.GetProperty("text").GetString()!.Length));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"images":[]}""")]
    [InlineData("""{"images":[{"bounding_box":[{"id":"a","data":[1.50,2,3e2,-4]}]}],"other":["ü\u0001\"😀"]}""")]
    public async Task Annotations_come_back_as_they_were(string json)
    {
        var id = await NewTaskAsync();
        await Tasks.AnnotateAsync(id, LabelledUnits.Json(json));
        var task = await Tasks.GetAsync(id);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(LabelledUnits.Json(json), task.Data!.Value));
        Assert.Equal(LabelStatus.Submitted, task.LabelStatus);
    }

    [Fact]
    public async Task Large_annotations_come_back_and_take_less_room_than_their_text()
    {
        var id = await NewTaskAsync();
        var boxes = Enumerable.Range(0, 10_000).Select(i => $$"""{"id":"{{i}}","classification":"car","attrs":[],"data":[{{i % 640}},{{i % 480}},12.5,7]}""");
        var json = $$"""{"images":[{"bounding_box":[{{string.Join(',', boxes)}}]}]}""";
        await Tasks.AnnotateAsync(id, LabelledUnits.Json(json));
        Assert.Equal(json, (await Tasks.GetAsync(id)).Data!.Value.GetRawText());
        Assert.True(_test.Query("SELECT sum(length(data)) FROM annotation") < json.Length / 2);
    }

    [Fact]
    public async Task Same_annotations_again_write_nothing()
    {
        var id = await NewTaskAsync();
        await Tasks.AnnotateAsync(id, LabelledUnits.Json("""{"images": [{}]}"""));
        var before = _test.Query("SELECT max(id) FROM annotation");
        var log = new FileInfo(Path.Combine(_test.Folder, "local.db-wal")).Length;
        await Tasks.AnnotateAsync(id, LabelledUnits.Json("""{ "images":[ { } ] }"""));
        Assert.Equal(before, _test.Query("SELECT max(id) FROM annotation"));
        Assert.Equal(log, new FileInfo(Path.Combine(_test.Folder, "local.db-wal")).Length);
    }

    [Fact]
    public async Task Other_annotations_replace_the_first()
    {
        var id = await NewTaskAsync();
        await Tasks.AnnotateAsync(id, LabelledUnits.Json("""{"images":[{}]}"""));
        await Tasks.AnnotateAsync(id, LabelledUnits.Json("""{"images":[]}"""));
        Assert.Equal("""{"images":[]}""", (await Tasks.GetAsync(id)).Data!.Value.GetRawText());
        Assert.Equal(1, _test.Query("SELECT count(*) FROM annotation"));
    }

    [Theory]
    [InlineData("[]", "$ is an array, but must be an object")]
    [InlineData("null", "$ is null")]
    [InlineData("""{"images":{},"texts":null}""", "$.images is an object, but must be an array of objects; $.texts is null")]
    [InlineData("""{"pcds":[{},{},3]}""", "$.pcds[2] is a number, but must be an object")]
    public async Task Data_of_another_shape_is_refused(string json, string message)
    {
        var id = await NewTaskAsync();
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(id, LabelledUnits.Json(json)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Null((await Tasks.GetAsync(id)).Data);
    }

    [Fact]
    public async Task Any_schema_takes_any_object_and_nothing_else()
    {
        var id = await NewTaskAsync();
        await Tasks.AnnotateAsync(id, LabelledUnits.Json("""{"images":3}"""), DataSchema.Any);
        await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(id, LabelledUnits.Json("3"), DataSchema.Any));
        await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(id, default, DataSchema.Any));
    }

    [Fact]
    public async Task Text_that_is_no_unicode_is_refused()
    {
        var id = await NewTaskAsync();
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(id, LabelledUnits.Json("""{"a":"\ud800"}""")));
        Assert.Contains("no Unicode", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annotating_an_unknown_task_is_refused()
    {
        var error = await Assert.ThrowsAsync<BackendException>(() => Tasks.AnnotateAsync(5, LabelledUnits.Json("{}")));
        Assert.Contains("no task 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_tasks_take_assignments_and_annotations_along()
    {
        var (project, units) = await _test.NewProjectAsync(2);
        var ids = await Tasks.CreateAsync(project.Id, units, "k");
        await _test.Backend.Assignments.CreateAsync(ids, null, "assignments");
        await Tasks.AnnotateAsync(ids[0], LabelledUnits.Json("{}"));
        await Tasks.DeleteAsync([ids[0], 1234]);
        await Tasks.DeleteAsync([ids[0]]);
        Assert.Equal([ids[1]], await Tasks.ListAsync(new()).Select(task => task.Id).ToListAsync());
        Assert.Equal([ids[1]], await _test.Backend.Assignments.ListAsync(new()).Select(assignment => assignment.Task).ToListAsync());
        Assert.Equal(0, _test.Query("SELECT count(*) FROM annotation"));
    }

    [Theory]
    [InlineData(true, new[] { "notes", "image" }, "image")]
    [InlineData(true, new[] { "notes" }, null)]
    [InlineData(false, new[] { "notes" }, "notes")]
    [InlineData(false, new[] { "notes", "image" }, "image")]
    [InlineData(false, new[] { "notes", "sound" }, null)]
    public async Task Primary_file_is_the_specifications_or_the_obvious_one(bool hasPrimary, string[] parts, string? expected)
    {
        var collection = await _test.Backend.DataCollections.CreateAsync(
            "c", [.. parts.Append("image").Distinct().Select(part => new FileSpecification(part, part) { IsPrimary = hasPrimary && part == "image" })], "c");
        var project = await _test.Backend.Projects.CreateAsync(new("p", collection.Id), "p");
        await Tasks.CreateAsync(project.Id, await _test.NewUnitsAsync(1, collection.Id, parts), "k");
        Assert.Equal(expected, (await Tasks.ListAsync(new()).SingleAsync()).PrimarySpecification);
    }

    private async Task<long> NewTaskAsync()
    {
        var (project, units) = await _test.NewProjectAsync(1);
        return (await Tasks.CreateAsync(project.Id, units, "k"))[0];
    }

    private async Task ExpectAsync(IReadOnlyList<long> ids, TaskFilter filter)
    {
        Assert.Equal(ids, await Tasks.ListAsync(filter).Select(task => task.Id).ToListAsync());
        Assert.Equal(ids.Count, await Tasks.CountAsync(filter));
    }
}
