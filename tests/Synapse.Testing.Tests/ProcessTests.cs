using Synapse.Testing.Tests.Plugin;

namespace Synapse.Testing.Tests;

public class ProcessTests
{
    [Fact]
    public async Task Programs_run_in_a_unit_test()
    {
        using var run = await ActionTest.RunAsync(Shell.Descriptor, new ShellParams { Script = "echo hello" });

        Assert.True(run.Succeeded, run.Error);
        Assert.Equal("hello", run.Result);
    }

    [Fact]
    public async Task Failed_program_fails_the_action()
    {
        using var run = await ActionTest.RunAsync(Shell.Descriptor, new ShellParams { Script = "echo broken >&2; exit 7" });

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("ProcessException: Program 'sh' ended with exit code 7. The last of its standard error:\nbroken", run.Error);
    }

    [Fact]
    public async Task Cancellation_ends_the_program()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var run = await ActionTest.RunAsync(Shell.Descriptor, new ShellParams { Script = "exec sleep 600" }, stop.Token);

        Assert.Equal(130, run.ExitCode);
    }
}
