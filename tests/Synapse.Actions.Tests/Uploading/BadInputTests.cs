namespace Synapse.Actions.Tests.Uploading;

public sealed class BadInputTests : UploadTest
{
    [Fact]
    public async Task File_of_another_extension_is_left_out_with_its_reason()
    {
        Png("image/0001.png");
        Write("image/0002.gif", "GIF89a");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Dropped));
        Assert.Contains(("dropped", "0002.gif", "Its extension is 'gif'; 'image' takes png, JPG."), Report(run.Result.Report));
    }

    [Fact]
    public async Task Group_without_a_required_file_is_left_out_with_its_reason()
    {
        Png("image/0001.png");
        Write("labels/0002.json", "{}");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Contains(("dropped", "0002.json", "Its data unit lacks image."), Report(run.Result!.Report));
    }

    [Fact]
    public async Task Empty_optional_file_is_left_out_and_its_group_goes_on()
    {
        Png("image/0001.png");
        Write("labels/0001.json", "");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.UploadedFiles, run.Result.Dropped));
        Assert.Contains(("dropped", "0001.json", "It is empty."), Report(run.Result.Report));
    }

    [Fact]
    public async Task Second_file_of_a_place_is_left_out_naming_the_first()
    {
        Png("image/0001.jpg");
        Png("image/0001.png");
        using var run = await RunAsync(await ParamsAsync() with { ScreenContent = false });
        var line = Assert.Single(Report(run.Result!.Report), line => line.Outcome == "dropped");
        Assert.Equal("0001.png", line.File);
        Assert.Contains("0001.jpg has its place", line.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sparse_file_above_the_limit_is_left_out_unread()
    {
        Png("image/0001.png");
        using (var file = File.Create(Path.Combine(Root, "image/0002.png")))
        {
            file.SetLength(1L << 40);
        }
        using var run = await RunAsync(await ParamsAsync() with { FileSizeLimitMb = 100 });
        Assert.Contains("the limit is 100 MiB", Assert.Single(Report(run.Result!.Report), line => line.Outcome == "dropped").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_is_not_what_its_extension_says_is_left_out()
    {
        Png("image/0001.png");
        Write("image/0002.png", "<html>no image</html>");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Dropped));
        Assert.StartsWith("TYPE_MISMATCH", Report(run.Result.Report).Single(line => line.Outcome == "dropped").Reason, StringComparison.Ordinal);
        Assert.Equal(1, await Platform.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Group_with_one_refused_file_leaves_none_of_its_files_behind()
    {
        Png("image/0001.png");
        Png("image/0002.png");
        Write("labels/0002.json", """{"html":"<script>alert(1)</script>"}""");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(1, await Platform.Backend.DataFiles.CountAsync());
        Assert.Equal(2, run.Result!.Dropped);
    }

    [Fact]
    public async Task Link_out_of_the_folder_is_left_out_and_one_within_is_followed()
    {
        var outside = Path.Combine(Platform.Folder, "outside.png");
        File.WriteAllBytes(outside, [0x89, (byte)'P', (byte)'N', (byte)'G', 99]);
        Png("image/0001.png");
        Png("spare/0009.png");
        File.CreateSymbolicLink(Path.Combine(Root, "image/0002.png"), outside);
        File.CreateSymbolicLink(Path.Combine(Root, "image/0003.png"), Path.Combine(Root, "spare/0009.png"));
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(["0001", "0003"], (await UnitsAsync()).Select(unit => unit.Meta["data_unit_key"]));
        Assert.Contains("leads out of", Assert.Single(Report(run.Result!.Report), line => line.File == "0002.png").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_vanishes_costs_its_data_unit_and_stands_in_the_report()
    {
        Png("image/0001.png");
        Png("image/0002.png");
        using var run = await Platform.RunAsync(UploadAndLose.Descriptor, await ParamsAsync() with { UploadMaxRetries = 0 });
        Assert.Equal((0, 1, 1), (run.ExitCode, run.Result!.DataUnits, run.Result.Failed));
        Assert.Contains("there is no file", Assert.Single(Report(run.Result.Report), line => line.Outcome == "failed").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_of_which_nothing_could_be_sent_fails_with_the_cause()
    {
        Png("image/0001.png");
        using var run = await Platform.RunAsync(UploadAndLose.Descriptor, await ParamsAsync() with { UploadMaxRetries = 0 });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no file", run.Error, StringComparison.Ordinal);
        Assert.Equal("failed", Assert.Single(Report(ReportFile())).Outcome);
    }

    [Fact]
    public async Task What_lies_beside_the_folders_is_said_and_what_tools_leave_is_not()
    {
        Png("image/0001.png");
        Png("0002.png");
        Write(".DS_Store", "x");
        Write("image/Thumbs.db", "x");
        Write("meta.csv", "filename,place\n0001,Ulm\n");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 0), (run.Result!.DataUnits, run.Result.Dropped));
        Assert.StartsWith("1 entries of", Assert.Single(run.Messages, message => message.Contains("in no folder of a file specification", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circle_of_folder_links_is_not_followed()
    {
        Png("image/0001.png");
        Directory.CreateSymbolicLink(Path.Combine(Root, "image/again"), Path.Combine(Root, "image"));
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal((1, 1), (run.Result!.DataUnits, run.Result.Dropped));
    }

    [Theory]
    [InlineData("new\nline.png")]
    [InlineData("🦜.png")]
    [InlineData("Ä.png")]
    [InlineData("a;b'c\"d.png")]
    public async Task Unusual_names_are_uploaded_as_they_are(string name)
    {
        Png("image/" + name);
        using var run = await RunAsync(await ParamsAsync());
        var unit = Assert.Single(await UnitsAsync());
        Assert.Equal("image/" + name, (await Platform.Backend.DataFiles.GetAsync(unit.Files["image"])).Name);
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_normal_form_only_are_different_files()
    {
        Png("image/a.png");
        Png("image/A.png");
        Png("image/\u00e9.png");
        Png("image/e\u0301.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(4, run.Result!.DataUnits);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("/")]
    public async Task Path_out_of_the_storage_is_refused(string path)
    {
        var storage = await Platform.Backend.Storages.CreateAsync("disk", Root, "storage");
        using var run = await RunAsync(await ParamsAsync() with { Storage = storage.Id, Path = path });
        Assert.Contains("lies outside of the storage", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_folder_is_an_error_that_names_it()
    {
        using var run = await RunAsync(await ParamsAsync() with { Path = Path.Combine(Root, "nowhere") });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_the_specifications_folders_names_them()
    {
        Png("0001.png");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Contains("image, labels", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_assets_is_said_at_once()
    {
        var p = await ParamsAsync() with { UseSinglePath = false, Assets = new Dictionary<string, AssetFolder> { ["images"] = new() { Path = "x" } } };
        using var run = await RunAsync(p);
        Assert.Contains("assets name 'images'", run.Error, StringComparison.Ordinal);
        Assert.Contains("assets lack a folder for image", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_left_to_upload_is_an_error_that_says_why()
    {
        Write("image/0001.gif", "GIF89a");
        using var run = await RunAsync(await ParamsAsync());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Its extension is 'gif'", run.Error, StringComparison.Ordinal);
        Assert.Contains("dropped", Report(ReportFile()).Select(line => line.Outcome));
    }

    [Fact]
    public async Task Unknown_data_collection_is_named()
    {
        using var run = await RunAsync(await ParamsAsync() with { DataCollection = 77 });
        Assert.Contains("no data collection 77", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_is_missing_in_single_path_mode()
    {
        using var run = await RunAsync(await ParamsAsync() with { Path = null });
        Assert.Equal((2, "/path"), (run.ExitCode, Assert.Single(run.ParamErrors).Pointer));
    }
}
