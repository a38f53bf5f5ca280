using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class RollbackTests
{
    [Fact]
    public async Task Failed_step_rolls_back_the_finished_ones_in_reverse_order()
    {
        using var folder = new TextFolder("a.txt", "b.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path, FailsAtTheEnd = true });

        Assert.Equal(["Kept 2 of 2 files", "Deleting the dataset", "Deleting 2 files"], run.Messages);
    }

    [Fact]
    public async Task Failed_run_says_why()
    {
        using var folder = new TextFolder("a.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path, FailsAtTheEnd = true });

        Assert.Equal((1, "InvalidOperationException: the report is not ready", null), (run.ExitCode, run.Error, run.Result));
    }

    [Fact]
    public async Task Rolled_back_run_leaves_nothing_in_the_backend()
    {
        using var folder = new TextFolder("a.txt", "b.txt");
        using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path, FailsAtTheEnd = true });

        Assert.Equal(0, await run.Backend.DataFiles.CountAsync());
        Assert.Empty(await run.Backend.Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Rollback_that_fails_is_named()
    {
        using var folder = new TextFolder("a.txt");
        using var run = await ActionTest.RunAsync(
            Send.Descriptor, new SendParams { Folder = folder.Path, FailsAtTheEnd = true, FailsToUndo = true });

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("upload is not rolled back", run.Error);
    }

    [Fact]
    public async Task Rollback_goes_on_after_one_that_fails()
    {
        using var folder = new TextFolder("a.txt");
        using var run = await ActionTest.RunAsync(
            Send.Descriptor, new SendParams { Folder = folder.Path, FailsAtTheEnd = true, FailsToUndo = true });

        Assert.Empty(await run.Backend.Datasets.ListAsync().ToListAsync());
        Assert.Equal(1, await run.Backend.DataFiles.CountAsync());
    }

    [Fact]
    public async Task Failed_training_keeps_what_is_done()
    {
        using var run = await ActionTest.RunAsync(Fit.Descriptor);

        Assert.Equal((1, "InvalidOperationException: the loss is not finite"), (run.ExitCode, run.Error));
        Assert.Equal(["Prepared"], run.Messages);
    }
}
