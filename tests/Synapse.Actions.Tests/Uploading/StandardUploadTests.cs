namespace Synapse.Actions.Tests.Uploading;

public sealed class StandardUploadTests : UploadTest
{
    [Fact]
    public async Task Files_of_one_path_become_one_data_unit()
    {
        Png("image/cam1/0001.png");
        Write("labels/cam1/0001.json", "{}");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(0, run.ExitCode);
        var unit = Assert.Single(await UnitsAsync());
        Assert.Equal(["image", "labels"], unit.Files.Keys.Order());
        Assert.Equal("image/cam1/0001.png", (await Platform.Backend.DataFiles.GetAsync(unit.Files["image"])).Name);
        Assert.Equal((2, 1), (run.Result!.UploadedFiles, run.Result.DataUnits));
    }

    [Fact]
    public async Task Same_names_in_two_folders_are_two_data_units()
    {
        Png("image/cam1/0001.png");
        Png("image/cam2/0001.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(["cam1/0001", "cam2/0001"], (await UnitsAsync()).Select(unit => unit.Meta["data_unit_key"]));
    }

    [Fact]
    public async Task Grouping_by_name_joins_files_of_other_folders()
    {
        Png("image/a/0001.png");
        Write("labels/b/0001.json", "{}");
        using var run = await RunAsync(await ParamsAsync() with { GroupFilesBy = FileGrouping.Name });
        Assert.Equal(2, Assert.Single(await UnitsAsync()).Files.Count);
    }

    [Fact]
    public async Task Data_unit_knows_its_origin_and_group()
    {
        Png("image/0001.PNG");
        using var run = await RunAsync(await ParamsAsync() with { GroupName = " winter " });
        var unit = Assert.Single(await UnitsAsync());
        Assert.Equal(("0001", ".png"), (unit.Meta["origin_file_stem"], unit.Meta["origin_file_extension"]));
        Assert.Equal(["winter"], unit.Groups);
        Assert.NotNull(unit.Collection);
    }

    [Fact]
    public async Task Folders_below_are_left_out_when_not_recursive()
    {
        Png("image/0001.png");
        Png("image/below/0002.png");
        using var run = await RunAsync(await ParamsAsync() with { IsRecursive = false });
        Assert.Equal(1, run.Result!.DataUnits);
    }

    [Fact]
    public async Task Assets_name_a_folder_for_each_specification()
    {
        Png("elsewhere/0001.png");
        Write("other/0001.json", "{}");
        var p = await ParamsAsync() with
        {
            UseSinglePath = false,
            Path = null,
            Assets = new Dictionary<string, AssetFolder>
            {
                ["image"] = new() { Path = Path.Combine(Root, "elsewhere") },
                ["labels"] = new() { Path = Path.Combine(Root, "other") },
            },
        };
        using var run = await RunAsync(p);
        Assert.Equal((0, 2), (run.ExitCode, run.Result!.UploadedFiles));
    }

    [Fact]
    public async Task Storage_is_what_paths_are_relative_to()
    {
        Png("image/0001.png");
        var storage = await Platform.Backend.Storages.CreateAsync("disk", Platform.Folder, "storage");
        using var run = await RunAsync(await ParamsAsync() with { Storage = storage.Id, Path = "files" });
        Assert.Equal(1, run.Result!.DataUnits);
    }

    [Fact]
    public async Task Relative_path_is_one_of_the_current_folder()
    {
        Png("image/0001.png");
        using var run = await RunAsync(await ParamsAsync() with { Path = Path.GetRelativePath(Directory.GetCurrentDirectory(), Root) });
        Assert.Equal(1, run.Result!.DataUnits);
    }

    [Fact]
    public async Task Duplicate_content_is_one_data_unit_and_one_file()
    {
        File.Copy(Png("image/0001.png"), Path.Combine(Root, "image/0002.png"));
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Duplicates));
        Assert.Equal(1, await Platform.Backend.DataFiles.CountAsync());
        Assert.Contains(("duplicate", "0002.png", "It has the content of 0001."), Report(run.Result.Report));
    }

    [Fact]
    public async Task Duplicates_are_counted_by_their_files()
    {
        File.Copy(Png("image/0001.png"), Path.Combine(Root, "image/0002.png"));
        Write("labels/0001.json", "{}");
        Write("labels/0002.json", "{}");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((2, 1, 2), (run.Result!.UploadedFiles, run.Result.DataUnits, run.Result.Duplicates));
    }

    [Fact]
    public async Task Duplicates_are_kept_when_asked_for()
    {
        File.Copy(Png("image/0001.png"), Path.Combine(Root, "image/0002.png"));
        using var run = await RunAsync(await ParamsAsync() with { SkipLocalDuplicates = false });
        Assert.Equal(2, run.Result!.DataUnits);
    }

    [Fact]
    public async Task Content_that_the_collection_has_is_no_second_data_unit_when_asked_for()
    {
        Png("image/0001.png");
        var p = await ParamsAsync() with { SkipExistingChecksums = true };
        using var first = await RunAsync(p);
        Png("image/0002.png");
        using var run = await RunAsync(p);
        Assert.Equal((1, 1, 1), (run.Result!.UploadedFiles, run.Result.DataUnits, run.Result.Duplicates));
        Assert.Equal(2, await Platform.Backend.DataFiles.CountAsync());
        Assert.Contains(("duplicate", "0001.png", "Data collection 'birds' has its content already."), Report(run.Result.Report));
    }

    [Fact]
    public async Task Upload_of_what_the_collection_has_creates_nothing_and_succeeds()
    {
        Png("image/0001.png");
        var p = await ParamsAsync() with { SkipExistingChecksums = true };
        using var first = await RunAsync(p);
        using var run = await RunAsync(p);
        Assert.Equal((0, 0, 1), (run.ExitCode, run.Result!.DataUnits, run.Result.Duplicates));
        Assert.Equal(1, await Platform.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Group_with_one_new_content_is_a_new_data_unit()
    {
        Png("image/0001.png");
        var p = await ParamsAsync() with { SkipExistingChecksums = true };
        using var first = await RunAsync(p);
        Write("labels/0001.json", "{}");
        using var run = await RunAsync(p);
        Assert.Equal((2, 1, 0), (run.Result!.UploadedFiles, run.Result.DataUnits, run.Result.Duplicates));
    }

    [Fact]
    public async Task Content_of_another_collection_or_of_a_deleted_data_unit_does_not_count()
    {
        Png("image/0001.png");
        var p = await ParamsAsync() with { SkipExistingChecksums = true };
        var other = await Platform.Backend.DataCollections.CreateAsync("other", [Image], "other");
        using var first = await RunAsync(p with { DataCollection = other.Id });
        using var second = await RunAsync(p);
        await Platform.Backend.DataUnits.DeleteAsync([(await UnitsAsync()).Single(unit => unit.Collection == p.DataCollection).Id]);
        using var third = await RunAsync(p);
        Assert.Equal([1, 1, 1], [first.Result!.DataUnits, second.Result!.DataUnits, third.Result!.DataUnits]);
    }

    [Fact]
    public async Task Same_content_is_uploaded_again_by_default()
    {
        Png("image/0001.png");
        var p = await ParamsAsync();
        using var first = await RunAsync(p);
        using var run = await RunAsync(p);
        Assert.Equal(2, await Platform.Backend.DataUnits.CountAsync());
    }

    [Fact]
    public async Task Batches_hold_as_many_data_units_as_asked_for()
    {
        for (var i = 0; i < 25; i++)
        {
            Png($"image/{i:D4}.png");
        }
        using var run = await RunAsync(await ParamsAsync() with { CreatingDataUnitBatchSize = 10, CreatingDataUnitMaxWorkers = 3 });
        Assert.Equal(25, run.Result!.DataUnits);
        Assert.Equal(25, Report(run.Result.Report).Count(line => line.Outcome == "uploaded"));
    }

    [Fact]
    public async Task Filter_between_the_steps_sees_its_own_params()
    {
        Png("image/mon-1.png");
        Png("image/tue-1.png");
        var p = await ParamsAsync();
        using var run = await Platform.RunAsync(UploadDay.Descriptor, new DayParams { Name = "day", DataCollection = p.DataCollection, Path = Root, Day = "tue" });
        Assert.Equal(["tue-1"], (await UnitsAsync()).Select(unit => unit.Meta["data_unit_key"]));
    }

    [Fact]
    public async Task Failure_afterwards_takes_everything_back_and_says_so_in_the_report()
    {
        Png("image/0001.png");
        Png("image/0002.png");
        using var run = await Platform.RunAsync(UploadAndFail.Descriptor, await ParamsAsync());
        Assert.Equal(1, run.ExitCode);
        Assert.Equal((0, 0), (await Platform.Backend.DataFiles.CountAsync(), await Platform.Backend.DataUnits.CountAsync()));
        Assert.All(Report(ReportFile()), line => Assert.Equal("rolled_back", line.Outcome));
        Assert.Contains("rolled back", File.ReadAllText(Path.ChangeExtension(ReportFile(), ".txt")), StringComparison.Ordinal);
    }
}
