namespace Fashion.Tests;

public class InferTests(TrainedPlatform trained)
{
    [Fact]
    public async Task Every_image_of_the_split_is_counted()
    {
        var run = await Run("test");

        Assert.True(run.Succeeded, run.Error);
        Assert.Equal(20, run.Result!.Images);
    }

    [Fact]
    public async Task Accuracy_on_the_training_images_is_that_of_the_training()
    {
        var run = await Run("train");

        Assert.Equal(trained.Train.Result!.Accuracy, run.Result!.Accuracy);
    }

    [Fact]
    public async Task Every_class_has_its_recall()
    {
        var run = await Run("test");

        Assert.Equal(Labels.Names.Order(), run.Result!.Recall.Keys.Order());
        Assert.All(run.Result.Recall.Values, recall => Assert.InRange(recall, 0, 1));
    }

    [Fact]
    public async Task Confusion_is_told()
    {
        var run = await Run("test");

        Assert.Contains("Ankle boot", run.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_split_is_refused()
    {
        var run = await Run("val");

        Assert.Equal((2, "/split"), (run.ExitCode, Assert.Single(run.ParamErrors).Pointer));
    }

    [Fact]
    public async Task Unknown_model_fails()
    {
        var run = await trained.Platform.RunAsync(Infer.Descriptor, new InferParams { Model = 99, Dataset = trained.Dataset });

        Assert.StartsWith("BackendException", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_of_something_else_fails()
    {
        using var platform = new TestPlatform();
        var path = Path.Combine(platform.Folder, "other.model");
        await File.WriteAllTextAsync(path, "something else");
        var model = await platform.Backend.Models.CreateAsync(path, "other", new Dictionary<string, double>(), "key");
        var run = await platform.RunAsync(Infer.Descriptor, new InferParams { Model = model.Id, Dataset = 1 });

        Assert.Equal("InvalidDataException: The Fashion model cannot be read: it does not start with \"FashNet\".", run.Error);
    }

    private Task<ActionRun<InferResult>> Run(string split) =>
        trained.Platform.RunAsync(Infer.Descriptor, new InferParams { Model = trained.Model, Dataset = trained.Dataset, Split = split });
}
