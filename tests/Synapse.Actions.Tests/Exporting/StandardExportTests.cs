using System.Text.Json;

namespace Synapse.Actions.Tests.Exporting;

public sealed class StandardExportTests : ExportTest
{
    [Fact]
    public async Task Tasks_become_labels_and_originals_of_one_name()
    {
        await TaskAsync("image/a.png", """{"images":[{"id":"é"}]}""", "pixels");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((0, null), (run.ExitCode, run.Error));
        Assert.Equal(["labels/a.json", "origin_files/a.png"], Files());
        Assert.Equal(("""{"images":[{"id":"é"}]}""", "pixels"), (Read("labels/a.json"), Read("origin_files/a.png")));
        Assert.Equal(["birds"], Exports());
        Assert.Equal((1, 0, 0, 1, Path.Combine(Root, "birds")), (run.Result!.ExportedCount, run.Result.FailedCount, run.Result.RenamedCount, run.Result.TotalCount, run.Result.Path));
    }

    [Fact]
    public async Task Assignments_are_exported_with_what_was_submitted()
    {
        var task = await TaskAsync("a.png");
        var assignment = (await Platform.Backend.Assignments.CreateAsync([task], "ann", Key()))[0];
        await Platform.Backend.Assignments.SubmitAsync(assignment, JsonElement.Parse("""{"images":[{"by":"ann"}]}"""));
        using var run = await RunAsync(await ParamsAsync() with { Target = ExportTarget.Assignment });
        Assert.Equal("""{"images":[{"by":"ann"}]}""", Read("labels/a.json"));
    }

    [Fact]
    public async Task Ground_truth_of_a_version_is_exported_as_it_was()
    {
        var (first, second) = (await UnitAsync("a.png"), await UnitAsync("b.png"));
        var dataset = await Platform.Backend.Datasets.CreateAsync("set", Key());
        await Platform.Backend.Datasets.AddAsync(dataset.Id, [new(first, "train", null) { Data = JsonElement.Parse("""{"v":1}""") }]);
        var version = await Platform.Backend.Datasets.CreateVersionAsync(dataset.Id, Key());
        await Platform.Backend.Datasets.AddAsync(dataset.Id, [new(second, "train", null)]);
        using var run = await RunAsync(await ParamsAsync() with { Target = ExportTarget.GroundTruth, Filter = new() { GroundTruthDatasetVersion = version.Id } });
        Assert.Equal("""{"v":1}""", Read("labels/a.json"));
        Assert.Equal(1, run.Result!.TotalCount);
    }

    [Fact]
    public async Task Ground_truth_that_is_a_class_alone_is_that_class()
    {
        var dataset = await Platform.Backend.Datasets.CreateAsync("set", Key());
        await Platform.Backend.Datasets.AddAsync(dataset.Id, [new(await UnitAsync("a.png"), "train", "wren")]);
        using var run = await RunAsync(await ParamsAsync() with { Target = ExportTarget.GroundTruth, Filter = new() { GroundTruthDataset = dataset.Id } });
        Assert.Equal("""{"label":"wren"}""", Read("labels/a.json"));
    }

    [Fact]
    public async Task Hooks_are_called_in_their_order_and_the_last_one_sees_what_was_saved()
    {
        var first = await TaskAsync("a.png");
        await TaskAsync("x/a.png");
        using var run = await Platform.RunAsync(ExportText.Descriptor, await ParamsAsync());
        Assert.Equal($"task {first} as a", Read("labels/a.txt"));
        Assert.Equal($"a\na__{first + 1}", Read("lists/names.txt"));
    }

    [Fact]
    public async Task Labels_lie_where_the_action_saves_them()
    {
        await TaskAsync("a.png");
        using var run = await Platform.RunAsync(ExportOwn.Descriptor, await ParamsAsync());
        Assert.Equal(["classes/a.bin", "origin_files/a.png"], Files());
    }

    [Fact]
    public async Task Originals_are_left_out_when_not_asked_for()
    {
        await TaskAsync("a.png");
        using var run = await RunAsync(await ParamsAsync() with { SaveOriginalFile = false });
        Assert.Equal(["labels/a.json"], Files());
        Assert.False(Directory.Exists(Path.Combine(Root, "birds", "origin_files")));
    }

    [Fact]
    public async Task Empty_result_is_an_empty_export()
    {
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((0, 0), (run.ExitCode, run.Result!.ExportedCount));
        Assert.Empty(Files());
        Assert.True(Directory.Exists(Path.Combine(Root, "birds", "labels")));
        Assert.Contains(run.Messages, message => message.StartsWith("Nothing is there to export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Path_is_one_of_the_storage()
    {
        await TaskAsync("a.png");
        var storage = await Platform.Backend.Storages.CreateAsync("disk", Platform.Folder, Key());
        using var run = await RunAsync(await ParamsAsync() with { Storage = storage.Id, Path = "exports" });
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task Filter_step_leaves_out_items()
    {
        var first = await TaskAsync("a.png");
        await TaskAsync("b.png");
        using var run = await Platform.RunAsync(ExportEven.Descriptor, await ParamsAsync());
        Assert.Equal([first % 2 == 0 ? "labels/a.json" : "labels/b.json"], Files().Where(file => file.StartsWith("labels", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Second_export_of_a_name_gets_a_number()
    {
        await TaskAsync("a.png");
        var p = await ParamsAsync();
        using var first = await RunAsync(p);
        using var second = await RunAsync(p);
        using var third = await RunAsync(p);
        Assert.Equal(["birds", "birds(1)", "birds(2)"], Exports());
        Assert.Equal(Path.Combine(Root, "birds(2)"), third.Result!.Path);
    }

    [Fact]
    public async Task Exports_of_one_name_at_once_do_not_meet()
    {
        await TaskAsync("a.png");
        var p = await ParamsAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(p))));
        Assert.All(runs, run => Assert.Equal((0, 1), (run.ExitCode, run.Result!.ExportedCount)));
        Assert.Equal(["birds", "birds(1)", "birds(2)", "birds(3)"], Exports());
        Assert.All(Exports(), export => Assert.Equal(2, Files(export).Count));
    }

    [Fact]
    public async Task Empty_folder_and_dangling_link_of_the_name_stay_as_they_are()
    {
        Directory.CreateDirectory(Path.Combine(Root, "birds"));
        File.CreateSymbolicLink(Path.Combine(Root, "birds(1)"), Path.Combine(Root, "nowhere"));
        await TaskAsync("a.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(Path.Combine(Root, "birds(2)"), run.Result!.Path);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Root, "birds")));
    }

    [Fact]
    public async Task Report_has_a_line_for_each_item_and_a_summary_to_read()
    {
        await TaskAsync("a.png");
        await TaskAsync("x/a.png");
        var without = await TaskAsync("b.png", data: null);
        using var run = await RunAsync(await ParamsAsync());
        var lines = Report(run.Result!.Report);
        Assert.Equal(["exported", "exported", "failed"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal("x/a.png", lines[1].GetProperty("renamed_from").GetString());
        Assert.Equal((without, "It has no annotations."), (lines[2].GetProperty("id").GetInt64(), lines[2].GetProperty("cause").GetString()));
        Assert.Equal((2, 1, 1), (run.Result.ExportedCount, run.Result.RenamedCount, run.Result.FailedCount));
        var summary = File.ReadAllText(Path.ChangeExtension(run.Result.Report, ".txt"));
        Assert.Contains("It has no annotations.", summary, StringComparison.Ordinal);
        Assert.Contains("done", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_itself_says_what_failed_and_what_was_renamed()
    {
        await TaskAsync("a.png");
        var second = await TaskAsync("x/a.png");
        await TaskAsync("b.png", data: null);
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal("""{"json_file_name":[["b","It has no annotations."]],"origin_file_name":[]}""", Read("error_file_list.json"));
        Assert.Equal($$"""[{"item_id":{{second}},"original_name":"x/a.png","output_stem":"a__{{second}}"}]""", Read("filename_collisions.json"));
    }
}
