namespace Fashion.Tests;

public class ExportTests(TrainedPlatform trained) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ExportParams Params => new() { Dataset = trained.Dataset, Model = trained.Model, Output = _folder["out"] };

    [Fact]
    public async Task Files_are_written_where_the_result_says()
    {
        var run = await trained.Platform.RunAsync(Export.Descriptor, Params);

        Assert.Equal(new ExportResult(_folder["out/ground_truth.csv"], _folder["out/predictions.csv"], 20), run.Result);
    }

    [Fact]
    public async Task Ground_truth_is_that_of_the_folder()
    {
        await trained.Platform.RunAsync(Export.Descriptor, Params);

        var expected = FashionFolder.ReadLabels(trained.Images).Where(f => f.Split == "test").Select(f => $"{f.File},{Labels.Names[f.Label]}");
        var lines = File.ReadAllLines(_folder["out/ground_truth.csv"]);
        Assert.Equal("file,label", lines[0]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Predictions_are_those_of_the_model()
    {
        await trained.Platform.RunAsync(Export.Descriptor, Params with { Split = "train" });

        var truth = FashionFolder.ReadLabels(trained.Images).ToDictionary(f => f.File, f => Labels.Names[f.Label]);
        var rows = File.ReadAllLines(_folder["out/predictions.csv"])[1..].Select(line => line.Split(',')).ToArray();
        Assert.Equal(trained.Train.Result!.Accuracy, rows.Count(row => truth[row[0]] == row[1]) / 60.0);
    }

    [Fact]
    public async Task Probability_is_written_with_a_point()
    {
        await trained.Platform.RunAsync(Export.Descriptor, Params);

        Assert.All(File.ReadAllLines(_folder["out/predictions.csv"])[1..], line => Assert.Matches(@",[01]\.\d{4}$", line));
    }

    [Fact]
    public async Task Failed_export_takes_its_files_back()
    {
        var run = await trained.Platform.RunAsync(TrainedPlatform.Failing(Export.Descriptor), Params);

        Assert.Equal("InvalidOperationException: fails at the end", run.Error);
        Assert.Empty(Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public async Task Export_that_cannot_make_its_folder_fails_for_that_alone()
    {
        File.WriteAllText(_folder["file"], "");
        var run = await trained.Platform.RunAsync(Export.Descriptor, Params with { Output = _folder["file/out"] });

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("not rolled back", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_that_writes_nothing_leaves_files_of_before()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/predictions.csv"], "of before");
        await trained.Platform.RunAsync(Export.Descriptor, Params with { Model = 99 });

        Assert.Equal("of before", File.ReadAllText(_folder["out/predictions.csv"]));
    }

    public void Dispose() => _folder.Dispose();
}
