namespace Synapse.Actions.Tests.Exporting;

/// <summary>Where an export goes, and what of it is refused.</summary>
public sealed class TargetTests : ExportTest
{
    [Theory]
    [InlineData("../outside", ".._outside")]
    [InlineData("a/b", "a_b")]
    [InlineData("new\nline", "new_line")]
    [InlineData("nul", "_nul")]
    [InlineData("trailing. ", "trailing")]
    public async Task Name_that_no_folder_can_have_is_made_one(string name, string made)
    {
        await TaskAsync("a.png");
        using var run = await RunAsync(await ParamsAsync() with { Name = name });
        Assert.Equal([made], Exports());
        Assert.Contains(run.Messages, message => message.Contains($"the export is called '{made}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Name_of_255_bytes_is_cut()
    {
        await TaskAsync("a.png");
        using var run = await RunAsync(await ParamsAsync() with { Name = new string('ä', 127) + "b" });
        Assert.Equal([new string('ä', 100)], Exports());
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        Directory.CreateDirectory(Root);
        File.WriteAllText(Path.Combine(Root, "file"), "");
        using var run = await RunAsync(await ParamsAsync() with { Name = "..", Path = Path.Combine(Root, "file", "below"), Filter = new() { Project = 77 } });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no project 77", run.Error, StringComparison.Ordinal);
        Assert.Contains("is a file", run.Error, StringComparison.Ordinal);
        Assert.Contains("'..' cannot be the name of a folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_filter_that_does_not_fit_the_target_is_said_before_anything_runs()
    {
        using var run = await RunAsync(await ParamsAsync() with { Filter = new() { Split = "train", Assignee = "ann" } });
        Assert.Equal(2, run.ExitCode);
        Assert.All(run.ParamErrors, error => Assert.Equal("/filter", error.Pointer));
        Assert.Equal(3, run.ParamErrors.Count);
        Assert.Contains("'category' means nothing with target task", run.Error, StringComparison.Ordinal);
        Assert.Contains("needs a project", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_storage_is_named()
    {
        using var run = await RunAsync(await ParamsAsync() with { Storage = 77 });
        Assert.Contains("no storage 77", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_dataset_and_version_are_named()
    {
        var p = await ParamsAsync() with { Target = ExportTarget.GroundTruth };
        using var dataset = await RunAsync(p with { Filter = new() { GroundTruthDataset = 77 } });
        Assert.Contains("77", dataset.Error, StringComparison.Ordinal);
        using var version = await RunAsync(p with { Filter = new() { GroundTruthDatasetVersion = 78 } });
        Assert.Contains("78", version.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Root));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("a/../../..")]
    public async Task Path_out_of_the_storage_is_refused(string path)
    {
        var storage = await Platform.Backend.Storages.CreateAsync("disk", Platform.Folder, Key());
        using var run = await RunAsync(await ParamsAsync() with { Storage = storage.Id, Path = path });
        Assert.Contains("lies outside of the storage", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_out_of_the_storage_is_refused_and_one_within_is_followed()
    {
        await TaskAsync("a.png");
        var disk = Directory.CreateDirectory(Path.Combine(Platform.Folder, "disk")).FullName;
        var outside = Directory.CreateDirectory(Path.Combine(Platform.Folder, "outside")).FullName;
        Directory.CreateDirectory(Path.Combine(disk, "real"));
        Directory.CreateSymbolicLink(Path.Combine(disk, "out"), outside);
        Directory.CreateSymbolicLink(Path.Combine(disk, "in"), Path.Combine(disk, "real"));
        var storage = await Platform.Backend.Storages.CreateAsync("disk", disk, Key());
        var p = await ParamsAsync() with { Storage = storage.Id };
        using var refused = await RunAsync(p with { Path = "out/below" });
        Assert.Contains("leads out of the storage", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
        using var followed = await RunAsync(p with { Path = "in" });
        Assert.True(File.Exists(Path.Combine(disk, "real", "birds", "labels", "a.json")));
    }

    [Fact]
    public async Task Circle_of_links_is_refused()
    {
        var disk = Directory.CreateDirectory(Path.Combine(Platform.Folder, "disk")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(disk, "one"), Path.Combine(disk, "two"));
        Directory.CreateSymbolicLink(Path.Combine(disk, "two"), Path.Combine(disk, "one"));
        var storage = await Platform.Backend.Storages.CreateAsync("disk", disk, Key());
        using var run = await RunAsync(await ParamsAsync() with { Storage = storage.Id, Path = "one" });
        Assert.Contains("cannot be looked at", run.Error, StringComparison.Ordinal);
    }

    // /proc takes no folders, whoever asks.
    [Fact]
    public async Task Folder_that_takes_no_export_is_named()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc.");
        using var run = await RunAsync(await ParamsAsync() with { Path = "/proc/exports" });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be made", run.Error, StringComparison.Ordinal);
        Assert.Contains("/proc/exports", run.Error, StringComparison.Ordinal);
    }
}
