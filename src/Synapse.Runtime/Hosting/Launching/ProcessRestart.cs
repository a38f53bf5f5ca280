using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Synapse.Runtime.Journal.Posix;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>Puts this program anew in the place of the process, so that whatever still runs in it is gone.</summary>
internal static class ProcessRestart
{
    /// <summary>Does not return where the system can replace a process; elsewhere it waits for the new one.</summary>
    public static ExitCode With(IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program that runs is not known.");
        string[] command = [program, .. Library(program), .. arguments];
        if (OperatingSystem.IsWindows())
        {
            return Start(command);
        }

        _ = Libc.Execv(program, [.. command, null]);
        throw new InvalidOperationException($"{program} could not be started again: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    // Under "dotnet plugin.dll" the program that runs is the host, and the plugin its first argument.
    private static string[] Library(string program)
    {
        var first = Environment.GetCommandLineArgs()[0];
        return RuntimeFeature.IsDynamicCodeSupported && first.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            && Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? [first]
            : [];
    }

    private static ExitCode Start(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        process.WaitForExit();
        return (ExitCode)process.ExitCode;
    }
}
