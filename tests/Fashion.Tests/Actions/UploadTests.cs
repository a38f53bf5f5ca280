namespace Fashion.Tests;

public class UploadTests(TrainedPlatform trained) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void All_images_are_in_the_dataset()
    {
        Assert.True(trained.Upload.Succeeded, trained.Upload.Error);
        Assert.Equal(80, trained.Upload.Result!.Images);
    }

    [Fact]
    public async Task Dataset_has_the_name_that_was_asked_for() =>
        Assert.Equal("sixty", (await trained.Platform.Backend.Datasets.GetAsync(trained.Dataset)).Name);

    [Theory]
    [InlineData("train")]
    [InlineData("test")]
    public async Task Labels_and_splits_are_those_of_the_folder(string split)
    {
        var expected = FashionFolder.ReadLabels(trained.Images).Where(f => f.Split == split).Select(f => (f.File, Labels.Names[f.Label]));

        var items = await trained.Platform.Backend.Datasets.ListItemsAsync(trained.Dataset, split).ToListAsync();

        Assert.Equal(expected.Order(), items.Select(item => (item.Files["image"].Name, item.Label!)).Order());
    }

    [Fact]
    public async Task Content_of_an_image_is_that_of_its_file()
    {
        var item = await trained.Platform.Backend.Datasets.ListItemsAsync(trained.Dataset).FirstAsync();
        var content = new MemoryStream();
        await (await trained.Platform.Backend.DataFiles.OpenAsync(item.Files["image"].Id)).CopyToAsync(content);

        Assert.Equal(File.ReadAllBytes(Path.Combine(trained.Images, item.Files["image"].Name)), content.ToArray());
    }

    [Fact]
    public async Task Images_that_are_broken_missing_or_of_another_size_are_left_out_with_a_warning()
    {
        TrainedPlatform.Unpack(_folder.Path, train: 4, test: 1);
        File.WriteAllBytes(_folder["train/00001.png"], [1, 2, 3]);
        File.Delete(_folder["train/00002.png"]);
        File.WriteAllBytes(_folder["train/00003.png"], GrayPng.Encode(27, 28, new byte[27 * 28]));
        using var run = await Run();

        Assert.Equal(2, run.Result!.Images);
        Assert.Equal(2, await run.Backend.DataFiles.CountAsync());
        Assert.Contains("Left out train/00001.png: not a PNG file", run.Messages);
        Assert.Contains("Left out train/00003.png: it is 27×28, not 28×28", run.Messages);
        Assert.Single(run.Messages, message => message.StartsWith("Left out train/00002.png: Could not find file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_without_images_makes_no_dataset()
    {
        File.WriteAllText(_folder[FashionFolder.LabelsFile], FashionFolder.Header);
        using var run = await Run();

        Assert.Equal(new UploadResult(null, 0), run.Result);
        Assert.Empty(await run.Backend.Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Wrong_labels_fail_with_their_line()
    {
        File.WriteAllText(_folder[FashionFolder.LabelsFile], $"{FashionFolder.Header}\na.png,Hat,train");
        using var run = await Run();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("labels.csv, line 2: unknown label \"Hat\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_is_missing_fails()
    {
        using var run = await ActionTest.RunAsync(Upload.Descriptor, new UploadParams { Path = _folder["missing"] });

        Assert.StartsWith("DirectoryNotFoundException", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_upload_leaves_nothing_behind()
    {
        TrainedPlatform.Unpack(_folder.Path, train: 4, test: 1);
        using var run = await ActionTest.RunAsync(TrainedPlatform.Failing(Upload.Descriptor), new UploadParams { Path = _folder.Path });

        Assert.Equal((1, "InvalidOperationException: fails at the end"), (run.ExitCode, run.Error));
        Assert.Equal((0, 0), (await run.Backend.DataFiles.CountAsync(), await run.Backend.DataUnits.CountAsync()));
        Assert.Empty(await run.Backend.Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Failed_upload_of_nothing_is_rolled_back()
    {
        File.WriteAllText(_folder[FashionFolder.LabelsFile], FashionFolder.Header);
        using var run = await ActionTest.RunAsync(TrainedPlatform.Failing(Upload.Descriptor), new UploadParams { Path = _folder.Path });

        Assert.Equal((1, "InvalidOperationException: fails at the end"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Params_out_of_range_are_refused()
    {
        using var run = await ActionTest.RunAsync(Upload.Descriptor, new UploadParams { Path = "x", Dataset = "", Parallelism = 65 });

        Assert.Equal(["/dataset", "/parallelism"], run.ParamErrors.Select(error => error.Pointer));
    }

    public void Dispose() => _folder.Dispose();

    private Task<ActionRun<UploadResult>> Run() => ActionTest.RunAsync(Upload.Descriptor, new UploadParams { Path = _folder.Path });
}
