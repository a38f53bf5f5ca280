using Synapse.Hosting.Tests.Fixture;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Hosting.Tests.Verbs;

/// <summary>Runs that end before they are done: by deadline, by a body that does not stop, in doubt.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly Cli _cli;

    public StoppingTests() => _cli = new Cli(new PluginDescriptor
    {
        Code = "fashion",
        Name = "Fashion classifier",
        Version = "1.2.3",
        Actions =
        [
            TestPlugin.Function("wait", scope => new ValueTask(Task.Delay(Timeout.Infinite, scope.CancellationToken))),
            Stubborn(),
        ],
    });

    public void Dispose()
    {
        _release.Set();
        _cli.Dispose();
        _release.Dispose();
    }

    [Fact]
    public void Deadline_stops_the_run_and_says_how_to_go_on()
    {
        var said = _cli.Run("run", "wait", "--deadline", "200ms");
        Assert.Equal(ExitCode.Usage, said.Code);

        said = _cli.Run("run", "wait", "--deadline", "0.2s");
        Assert.Equal(ExitCode.Interrupted, said.Code);
        Assert.Contains("its deadline of 200 ms has passed; what it finished is journaled", said.Output, StringComparison.Ordinal);
        Assert.Contains("fashion resume ", said.Output, StringComparison.Ordinal);
        _cli.Run("show", "last").Succeeds("stopped");
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("5")]
    [InlineData("0s")]
    [InlineData("-1h")]
    [InlineData("99999999999d")]
    public void Deadline_that_is_no_time_is_refused(string text) =>
        _cli.Run("run", "wait", "--deadline=" + text).Fails(ExitCode.Usage, $"found '{text}'", "1h30m");

    [Fact]
    public void Body_that_does_not_stop_is_left_to_a_new_process_with_the_same_options()
    {
        var said = _cli.Run("run", "--state", "a b", "--quiet", "stubborn");

        Assert.Contains("the process starts anew", said.Output, StringComparison.Ordinal);
        var run = RunCatalog.List(StateFolder.At(Path.Combine(_cli.Folder, "a b")))[0].Id.Text;
        Assert.Equal(["resume", run, "--state", "a b", "--quiet"], Assert.Single(_cli.Restarts));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("done")]
    [InlineData("done=x")]
    public void Assumption_that_says_nothing_is_refused(string text) =>
        _cli.Run("resume", "last", "--assume", text).Fails(ExitCode.Usage, "not-done", $"found '{text}'");

    private ActionDescriptor Stubborn() => new ActionDescriptor<NoParams, NoResult>
    {
        Name = "stubborn",
        TypeName = "Fashion.Stubborn",
        Kind = ActionKind.Function,
        IsStepped = true,
        ResultStep = -1,
        Steps =
        [
            new StepDescriptor
            {
                Name = "hang",
                Method = "Stubborn.Hang",
                Fingerprint = "hang",
                Timeout = TimeSpan.FromMilliseconds(50),
                Run = _ =>
                {
                    _release.Wait();
                    return default;
                },
            },
        ],
    };
}
