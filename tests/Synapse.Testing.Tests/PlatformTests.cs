using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class PlatformTests
{
    [Fact]
    public async Task Folder_is_there_until_the_run_is_disposed()
    {
        var run = await ActionTest.RunAsync(Functions.TouchAction.Descriptor);
        var before = Directory.Exists(run.Folder);
        run.Dispose();

        Assert.Equal((true, false), (before, Directory.Exists(run.Folder)));
    }

    [Fact]
    public async Task Disposing_twice_is_no_error()
    {
        var run = await ActionTest.RunAsync(Functions.TouchAction.Descriptor);
        run.Dispose();
        run.Dispose();
    }

    [Fact]
    public async Task Refused_params_leave_nothing_after_dispose()
    {
        var run = await ActionTest.RunAsync(Greet.Descriptor, new GreetParams { Name = "" });
        run.Dispose();

        Assert.False(Directory.Exists(run.Folder));
    }

    [Fact]
    public async Task Cancellation_stops_the_run_as_ctrl_c_does()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var run = await ActionTest.RunAsync(Functions.WaitAsyncAction.Descriptor, stop.Token);

        Assert.Equal((130, "The run was stopped."), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Concurrent_runs_do_not_disturb_each_other()
    {
        var counts = await Task.WhenAll(Enumerable.Range(1, 12).Select(async number =>
        {
            using var folder = new TextFolder([.. Enumerable.Range(0, number).Select(i => $"{i}.txt")]);
            using var run = await ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });
            return (number, Told: run.Messages.Single(), Files: await run.Backend.DataFiles.CountAsync());
        }));

        Assert.All(counts, c => Assert.Equal((c.number, $"Kept {c.number} of {c.number} files"), ((int)c.Files, c.Told)));
    }

    [Fact]
    public async Task Runs_of_one_platform_share_its_backend()
    {
        using var platform = new TestPlatform();
        using var folder = new TextFolder("a.txt", "b.txt");
        await platform.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });
        await platform.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal(2, await platform.Backend.Datasets.ListAsync().CountAsync());
    }

    [Fact]
    public async Task Platform_outlives_its_runs()
    {
        using var platform = new TestPlatform();
        var run = await platform.RunAsync(Functions.TouchAction.Descriptor);
        run.Dispose();

        Assert.True(Directory.Exists(platform.Folder));
    }

    [Fact]
    public async Task Platform_is_prepared_through_its_backend()
    {
        using var platform = new TestPlatform();
        var made = await platform.Backend.Datasets.CreateAsync("prepared", "key");
        using var folder = new TextFolder("a.txt");
        var run = await platform.RunAsync(Send.Descriptor, new SendParams { Folder = folder.Path });

        Assert.Equal([run.Result!.Dataset!.Value, made.Id], await platform.Backend.Datasets.ListAsync().Select(d => d.Id).ToListAsync());
    }

    [Fact]
    public async Task Platform_runs_actions_that_return_rows()
    {
        using var platform = new TestPlatform();
        var run = await platform.RunAsync(Words.Descriptor);

        Assert.Equal(["a", "b"], run.Result!);
    }

    [Fact]
    public async Task Disposed_platform_runs_nothing()
    {
        var platform = new TestPlatform();
        platform.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => platform.RunAsync(Functions.TouchAction.Descriptor));
    }
}
