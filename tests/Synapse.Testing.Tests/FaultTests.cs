using Synapse.Backends;
using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly TextFolder _folder = new("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Calls_of_a_run_are_recorded_with_their_keys()
    {
        using var run = await SendAsync(_ => { });

        Assert.Equal(["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"], run.Calls.Where(call => call.Name == "UploadFile").Select(call => call.About).Order());
        Assert.All(run.Calls, call => Assert.True(call is { IsDone: true, Failure: null, Key: not null }));
        Assert.Equal("CreateDataset", run.Calls[^1].Name);
    }

    [Fact]
    public async Task Failed_call_does_not_reach_the_backend_and_fails_the_step()
    {
        using var run = await SendAsync(with => with.FailOnce(c => c.CreateDataset));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("BackendException: CreateDataset of 'texts' failed, as the test asked for.", run.Error, StringComparison.Ordinal);
        Assert.Empty(await run.Backend.Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Every_third_call_fails()
    {
        using var platform = new TestPlatform();
        var backend = Backend(platform, out var gate, new BackendFaults().FailEvery(3, calls: c => c.CreateDataset));
        var answers = new List<bool>();
        for (var i = 0; i < 7; i++)
        {
            answers.Add(await SucceedsAsync(() => backend.Datasets.CreateAsync("set", $"key {i}")));
        }

        Assert.Equal([true, true, false, true, true, false, true], answers);
        Assert.Equal(answers, gate.Made.Select(call => call.IsDone));
    }

    [Fact]
    public async Task First_calls_fail_and_later_ones_work()
    {
        using var platform = new TestPlatform();
        var backend = Backend(platform, out _, new BackendFaults().FailFirst(2));

        var answers = new List<bool> { await SucceedsAsync(CountAsync), await SucceedsAsync(CountAsync), await SucceedsAsync(CountAsync) };
        Assert.Equal([false, false, true], answers);

        Task CountAsync() => backend.DataFiles.CountAsync();
    }

    [Fact]
    public async Task Fault_about_one_file_meets_no_other()
    {
        using var run = await SendAsync(with => with.FailAlways(c => c.UploadFile, about: "c.txt"));

        var failed = Assert.Single(run.Calls, call => call.Failure is not null);
        Assert.Equal(("UploadFile", "c.txt", false), (failed.Name, failed.About, failed.IsDone));
    }

    [Fact]
    public async Task Lost_answer_is_a_failure_of_a_call_that_was_done()
    {
        using var run = await SendAsync(with => with.LoseAnswerOnce(c => c.CreateDataset));

        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Calls.Single(call => call.Name == "CreateDataset") is { IsDone: true, Failure: BackendException });
        Assert.Single(await run.Backend.Datasets.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Error_of_the_test_is_what_is_thrown()
    {
        using var run = await SendAsync(with => with.FailOnce(c => c.CreateDataset, error: new TimeoutException("gateway")));

        Assert.StartsWith("TimeoutException: gateway\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delay_holds_a_call_back()
    {
        using var platform = new TestPlatform();
        var backend = Backend(platform, out var gate, new BackendFaults().Delay(TimeSpan.FromDays(1), c => c.CountFiles));
        using var stop = new CancellationTokenSource();
        var waiting = backend.DataFiles.CountAsync(stop.Token);
        await backend.DataUnits.CountAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(["CountDataUnits", "CountFiles"], gate.Made.Select(call => call.Name));
    }

    [Fact]
    public async Task List_fails_when_it_is_read()
    {
        using var platform = new TestPlatform();
        var backend = Backend(platform, out _, new BackendFaults().FailOnce(c => c.ListDatasets));
        var list = backend.Datasets.ListAsync();

        await Assert.ThrowsAsync<BackendException>(async () => await list.ToListAsync());
        Assert.Empty(await list.ToListAsync());
    }

    [Fact]
    public void Every_call_of_a_backend_has_a_name()
    {
        var calls = typeof(IBackend).GetProperties().SelectMany(resource => resource.PropertyType.GetMethods()).Count();

        Assert.Equal(calls, typeof(BackendCalls).GetProperties().Length);
    }

    private static ObservedBackend Backend(TestPlatform platform, out CallGate gate, BackendFaults faults) => new(platform.Backend, gate = new(faults.All));

    private static async Task<bool> SucceedsAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (BackendException)
        {
            return false;
        }
    }

    private Task<ActionRun<Sent>> SendAsync(Action<BackendFaults> with) => ActionTest.RunAsync(Send.Descriptor, new SendParams { Folder = _folder.Path }, with);
}
