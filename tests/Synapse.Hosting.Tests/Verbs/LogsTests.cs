using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Verbs;

public sealed class LogsTests : IDisposable
{
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _goOn = new();
    private readonly Cli _cli;

    public LogsTests() => _cli = new Cli(new PluginDescriptor
    {
        Code = "fashion", Name = "Fashion", Version = "1", Actions = [TestPlugin.Function("talk", Talk)],
    });

    public void Dispose()
    {
        _cli.Dispose();
        _reached.Dispose();
        _goOn.Dispose();
    }

    [Fact]
    public async Task Following_ends_when_the_run_does()
    {
        var run = Task.Run(() => _cli.Run("run", "talk"));
        _reached.Wait(TestContext.Current.CancellationToken);
        var follow = Task.Run(() => _cli.Run("logs", "last", "--follow"));
        Assert.False(follow.IsCompleted);
        _goOn.Set();
        (await run).Succeeds();
        (await follow).Succeeds("hello", "careful", "ended: completed");
    }

    [Fact]
    public void Only_messages_of_a_level_or_above()
    {
        Ran();
        Assert.Equal(["warning: careful", "error: too late"], Said("logs", "last", "--level", "warning"));
        Assert.Equal(["debug: inside", "hello", "warning: careful", "error: too late"], Said("logs", "last", "--level", "debug"));
        _cli.Run("logs", "last", "--level", "wanring").Fails(ExitCode.Usage, "--level is one of debug, info, success, warning, danger, error", "Did you mean 'warning'?");
    }

    [Fact]
    public void Only_what_one_step_said()
    {
        Ran();
        var output = _cli.Run("logs", "last", "--step", "execute").Succeeds("hello").Output;
        Assert.DoesNotContain("ended", output, StringComparison.Ordinal);
        _cli.Run("logs", "last", "--step", "exceute").Fails(ExitCode.Usage, "has no step 'exceute'. Did you mean 'execute'?");
    }

    [Fact]
    public void Logs_go_over_all_files()
    {
        Ran();
        var run = RunCatalog.List(StateFolder.At(Path.Combine(_cli.Folder, StateFolder.FolderName)))[0];
        var lines = File.ReadAllLines(run.Events);
        File.WriteAllLines(run.Events + ".1", lines[..2]);
        File.WriteAllLines(run.Events + ".2", lines[2..4]);
        File.WriteAllLines(run.Events, lines[4..]);
        Assert.Equal(lines, _cli.Run("logs", "last", "--json").Succeeds().Output.TrimEnd().Split('\n'));
        File.Delete(run.Events);
        Assert.Equal(lines[..4], _cli.Run("logs", "last", "--json").Succeeds().Output.TrimEnd().Split('\n'));
    }

    private void Ran()
    {
        _goOn.Set();
        _cli.Run("run", "talk").Succeeds();
    }

    private IEnumerable<string> Said(params string[] arguments) => _cli.Run(arguments).Succeeds().Output.TrimEnd().Split('\n').Select(line => line[13..].Trim());

    private ValueTask Talk(StepScope scope)
    {
        var log = scope.Context.Log;
        log.Debug("inside");
        log.Info("hello");
        log.Warning("careful");
        _reached.Set();
        _goOn.Wait(TestContext.Current.CancellationToken);
        log.Error("too late");
        return default;
    }
}
