namespace Fashion.Tests;

public class UnpackTests
{
    [Fact]
    public async Task Images_are_written_and_counted()
    {
        using TemporaryFolder data = new(), output = new();
        Idx.WriteFolder(data, 1, 2, 3);
        using var run = await ActionTest.RunAsync(Preparation.UnpackAction.Descriptor, new UnpackParams { Data = data.Path, Output = output["images"] });

        Assert.Equal(new UnpackResult(6), run.Result);
        Assert.Equal(6, FashionFolder.ReadLabels(output["images"]).Count);
    }

    [Fact]
    public async Task Broken_data_fails_with_the_file()
    {
        using TemporaryFolder data = new(), output = new();
        Idx.WriteFolder(data, 1, 2, 3);
        File.WriteAllBytes(data["t10k-labels-idx1-ubyte"], [1, 2]);
        using var run = await ActionTest.RunAsync(Preparation.UnpackAction.Descriptor, new UnpackParams { Data = data.Path, Output = output.Path });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("t10k-labels-idx1-ubyte: 2 bytes are too few for an IDX header of 8.", run.Error, StringComparison.Ordinal);
    }
}
