using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class WaitTests : IDisposable
{
    private const string Id = "019a0000-0000-7000-8000-0000deadbeef";

    private static readonly RunError Error = new("IOException", "disk gone");

    private readonly Chain _chain = new();
    private readonly Cli _cli;

    public WaitTests() => _cli = new Cli(_chain.Plugin());

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task It_returns_when_the_run_ends_with_the_code_of_the_run()
    {
        using var reached = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _chain.FailsIn = null;
        _chain.Reporting = () =>
        {
            reached.Set();
            goOn.Wait(TestContext.Current.CancellationToken);
            throw new IOException("disk gone");
        };
        var run = Task.Run(() => _cli.Run("run", "chain"));
        reached.Wait(TestContext.Current.CancellationToken);
        var wait = Task.Run(() => _cli.Run("wait", "last"));
        _cli.Run("wait", "last", "--timeout", "0s").Fails(ExitCode.Held, "is still at work after 0 ms", "fashion logs");
        Assert.False(wait.IsCompleted);
        goOn.Set();
        Assert.Equal(ExitCode.Failed, (await run).Code);
        (await wait).Fails(ExitCode.Failed, "is failed: IOException: disk gone", "fashion show");
    }

    [Theory]
    [InlineData(RunState.Completed, false, 0)]
    [InlineData(RunState.Failed, true, 1)]
    [InlineData(RunState.RolledBack, true, 1)]
    [InlineData(RunState.RollbackIncomplete, true, 3)]
    [InlineData(RunState.Stopped, false, 130)]
    [InlineData(RunState.Stopped, true, 4)]
    [InlineData(RunState.RollingBack, true, 130)]
    [InlineData(RunState.Abandoned, false, 1)]
    public void A_run_that_ended_gives_its_code_at_once(object state, bool withError, int code)
    {
        Make(new RunEnded((RunState)state, null, withError ? Error : null));
        Assert.Equal((ExitCode)code, _cli.Run("wait", "last").Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rollback_that_was_asked_for_is_done_whether_or_not_the_run_had_failed(bool withError)
    {
        Make(new RollbackEntered(null, IsAsked: true), new RunEnded(RunState.RolledBack, null, withError ? Error : null));
        Assert.Equal(ExitCode.Done, _cli.Run("wait", "last").Code);
    }

    [Fact]
    public void The_signal_that_stopped_a_run_is_known_from_its_last_event()
    {
        var run = Make(new RunEnded(RunState.Stopped));
        File.WriteAllText(run.Events, $$$"""{"v":1,"seq":1,"ts":"2026-01-01T00:00:00Z","run":"{{{Id}}}","proc":1,"type":"run_ended","data":{"state":"stopped","exit_code":143}}""" + "\n");
        Assert.Equal(ExitCode.Terminated, _cli.Run("wait", "last").Code);
    }

    [Fact]
    public void A_run_whose_process_died_says_so_and_how_to_go_on()
    {
        MadeRun.Make(Path.Combine(_cli.Folder, StateFolder.FolderName), Id, ProcessIdentity.Current() with { Pid = int.MaxValue });
        _cli.Run("wait", "last").Fails(ExitCode.Failed, $"its process {int.MaxValue} died", "fashion resume deadbeef");
    }

    [Fact]
    public void A_run_of_another_machine_that_nobody_holds_has_crashed()
    {
        MadeRun.Make(Path.Combine(_cli.Folder, StateFolder.FolderName), Id, ProcessIdentity.Current() with { Host = "elsewhere" });
        _cli.Run("runs").Succeeds("deadbeef  train   crashed");
        _cli.Run("wait", "last").Fails(ExitCode.Failed, "died", "fashion resume deadbeef");
    }

    [Fact]
    public void A_wrong_timeout_says_what_is_allowed() =>
        _cli.Run("wait", "last", "--timeout", "soon").Fails(ExitCode.Usage, "--timeout is a number with s, m, h, d or w", "found 'soon'");

    private RunFolder Make(params JournalRecord[] records) => MadeRun.Make(Path.Combine(_cli.Folder, StateFolder.FolderName), Id, records);
}
