using System.Diagnostics;
using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>The published binary as the launcher of programs; what runs know of them is tested with the engine.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void Published_binary_becomes_the_program_when_released()
    {
        using var launcher = Launch($"{Environment.ProcessId}", "cat; cut -d ' ' -f 1,6 /proc/$$/stat; kill -PIPE $$");
        launcher.StandardInput.Write("\0input\n");
        launcher.StandardInput.Close();
        var pid = launcher.Id;

        Assert.Equal($"input\n{pid} {pid}\n", launcher.StandardOutput.ReadToEnd());
        Assert.True(launcher.WaitForExit(60_000));
        // SIGPIPE does its work again although the runtime ignores it.
        Assert.Equal(128 + 13, launcher.ExitCode);
    }

    [Fact]
    public void Published_binary_does_nothing_when_its_plugin_is_gone()
    {
        using var launcher = Launch("1", "echo ran");
        try
        {
            launcher.StandardInput.Write("\0");
            launcher.StandardInput.Close();
        }
        catch (IOException)
        {
            // It may be gone before it was released.
        }

        Assert.Equal("", launcher.StandardOutput.ReadToEnd());
    }

    private static Process Launch(string parent, string script) => Process.Start(
        new ProcessStartInfo(Repository.Fashion, ["--become-child", parent, "/bin/sh", "sh", "-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
}
