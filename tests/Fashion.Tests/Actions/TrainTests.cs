namespace Fashion.Tests;

public class TrainTests(TrainedPlatform trained)
{
    [Fact]
    public void Training_gives_a_model_with_its_accuracy()
    {
        Assert.True(trained.Train.Succeeded, trained.Train.Error);
        Assert.Equal(trained.Train.Result!.Accuracy, trained.Train.Result.Model.Metrics["train_accuracy"]);
    }

    [Fact]
    public void Two_epochs_are_better_than_chance() => Assert.InRange(trained.Train.Result!.Accuracy, 0.2, 1);

    [Fact]
    public async Task Model_is_stored_and_loads()
    {
        await using var content = await trained.Platform.Backend.Models.OpenAsync(trained.Model);

        Assert.Equal([784, 256, 128, 10], Network.Load(content).Shape);
    }

    [Fact]
    public async Task Same_seed_and_images_give_the_same_model()
    {
        using var platform = new TestPlatform();
        var upload = await platform.RunAsync(Upload.Descriptor, new UploadParams { Path = trained.Images });
        var again = await platform.RunAsync(
            Train.Descriptor, new TrainParams { Dataset = upload.Result!.Dataset!.Value, Epochs = 2, BatchSize = 16 });

        Assert.Equal(trained.Train.Result!.Model.Checksum, again.Result!.Model.Checksum);
    }

    [Fact]
    public async Task Unknown_dataset_fails()
    {
        using var run = await ActionTest.RunAsync(Train.Descriptor, new TrainParams { Dataset = 7 });

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("BackendException", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dataset_without_training_images_fails()
    {
        using var platform = new TestPlatform();
        var empty = await platform.Backend.Datasets.CreateAsync("empty", "key");
        var run = await platform.RunAsync(Train.Descriptor, new TrainParams { Dataset = empty.Id });

        Assert.Equal($"InvalidDataException: Dataset {empty.Id} (empty) has no images in split \"train\".", run.Error);
    }

    [Fact]
    public async Task Unit_without_image_fails()
    {
        using var platform = new TestPlatform();
        var run = await platform.RunAsync(Train.Descriptor, new TrainParams { Dataset = await WithItem(platform, "photo", "Bag") });

        Assert.Equal("InvalidDataException: Data unit 1 has no file \"image\"; it has photo.", run.Error);
    }

    [Fact]
    public async Task Unknown_label_fails()
    {
        using var platform = new TestPlatform();
        var run = await platform.RunAsync(Train.Descriptor, new TrainParams { Dataset = await WithItem(platform, "image", "Hat") });

        Assert.StartsWith("InvalidDataException: Data unit 1 has label \"Hat\"; known are T-shirt/top", run.Error, StringComparison.Ordinal);
    }

    // The second has as many pixels as it should.
    [Theory]
    [InlineData(14, 14)]
    [InlineData(14, 56)]
    public async Task Image_of_another_size_fails_with_its_name(int width, int height)
    {
        using var platform = new TestPlatform();
        var dataset = await WithItem(platform, "image", "Bag", width, height);
        var run = await platform.RunAsync(Train.Descriptor, new TrainParams { Dataset = dataset });

        Assert.Equal($"InvalidDataException: x.png: it is {width}×{height}, not 28×28.", run.Error);
    }

    [Fact]
    public async Task Params_out_of_range_are_refused()
    {
        using var run = await ActionTest.RunAsync(Train.Descriptor, new TrainParams { Dataset = 1, Epochs = 0, BatchSize = 4097, LearningRate = 2 });

        Assert.Equal(["/epochs", "/batch_size", "/learning_rate"], run.ParamErrors.Select(error => error.Pointer));
    }

    private static async Task<long> WithItem(TestPlatform platform, string part, string label, int width = ImageSet.Side, int height = ImageSet.Side)
    {
        var path = Path.Combine(platform.Folder, "x.png");
        await File.WriteAllBytesAsync(path, GrayPng.Encode(width, height, new byte[width * height]));
        var file = await platform.Backend.DataFiles.UploadAsync(path, "x.png", "file");
        var units = await platform.Backend.DataUnits.CreateAsync([new NewDataUnit(new Dictionary<string, long> { [part] = file.Id })], "unit");
        var dataset = await platform.Backend.Datasets.CreateAsync("one", "dataset");
        await platform.Backend.Datasets.AddAsync(dataset.Id, [new NewDatasetItem(units[0], "train", label)]);
        return dataset.Id;
    }
}
