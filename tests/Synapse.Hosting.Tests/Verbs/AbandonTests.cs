using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class AbandonTests : IDisposable
{
    private readonly Chain _chain = new() { FailsIn = "report" };
    private readonly Cli _cli;

    public AbandonTests()
    {
        _cli = new Cli(_chain.Plugin());
        Assert.Equal(ExitCode.Failed, _cli.Run("run", "chain").Code);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void It_asks_first()
    {
        _cli.Run("abandon", "last").Fails(ExitCode.Usage, "is failed, with 3 finished steps", "--yes", "fashion rollback");
        _cli.Run("runs").Succeeds("failed");
    }

    [Fact]
    public void An_abandoned_run_is_not_resumed_and_what_it_made_stays_listed()
    {
        _cli.Run("abandon", "last", "--yes").Succeeds("is abandoned", "fashion leftovers");
        _cli.Run("runs").Succeeds("abandoned");
        _cli.Run("show", "last").Succeeds("abandoned", "fashion leftovers");
        _cli.Run("logs", "last").Succeeds("ended: abandoned");
        _cli.Run("resume", "last").Fails(ExitCode.Usage, "was abandoned; it is not resumed");
        _cli.Run("leftovers", "last").Succeeds("item item 1 done  10");
        Assert.Single(_chain.Ran, "report");
    }

    [Fact]
    public void An_abandoned_run_can_still_be_rolled_back()
    {
        _cli.Run("abandon", "last", "--yes").Succeeds();
        _cli.Run("rollback", "last").Succeeds("rolled back in");
        Assert.Contains("undo send", _chain.Ran);
    }

    [Fact]
    public void What_is_over_cannot_be_given_up()
    {
        _cli.Run("rollback", "last").Succeeds();
        _cli.Run("abandon", "last", "--yes").Succeeds("is rolled back: there is nothing to give up.");
    }

    [Fact]
    public void A_run_at_work_is_refused()
    {
        using var held = RunLock.Acquire(RunCatalog.List(StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName)))[0]);
        _cli.Run("abandon", "last", "--yes").Fails(ExitCode.Held, "held by process");
    }
}
