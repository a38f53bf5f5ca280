using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class StepsTests
{
    [Fact]
    public async Task Uploads_land_in_the_embedded_backend()
    {
        using var folder = new TextFolder("a.txt", "b.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.True(run.Succeeded, run.Error);
        Assert.Equal(2, await run.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Created_dataset_is_found_by_its_id()
    {
        using var folder = new TextFolder("a.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal("texts", (await run.Backend.Datasets.GetAsync(run.Result!.Dataset!.Value)).Name);
    }

    [Fact]
    public async Task Uploaded_content_is_that_of_the_file()
    {
        using var folder = new TextFolder("a.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        using var content = new StreamReader(await run.Backend.DataFiles.OpenAsync(1));
        Assert.Equal("content of a.txt", await content.ReadToEndAsync());
    }

    [Fact]
    public async Task Filter_step_decides_what_later_steps_see()
    {
        using var folder = new TextFolder("a.txt", "b.jpg", "c.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal(2, run.Result!.Files);
        Assert.Equal(["Kept 2 of 3 files"], run.Messages);
    }

    [Fact]
    public async Task Skipped_step_hands_on_null()
    {
        using var folder = new TextFolder("b.jpg");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal(new Sent(0, null), run.Result);
    }

    [Fact]
    public async Task Skipped_step_uploads_nothing()
    {
        using var folder = new TextFolder("b.jpg");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal(0, await run.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Steps_of_a_set_run_before_the_actions_own()
    {
        using var run = await ActionTest.RunAsync(Sum.Descriptor, new SumParams { Count = 4, Offset = 10 });

        Assert.Equal(20, run.Result);
        Assert.Equal(["4 numbers"], run.Messages);
    }
}
