using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Synapse.Runtime.Processes;

/// <summary>
/// The first moments of a child process. Only a process itself can ask for a parent-death signal, so the plugin's binary is
/// started in the program's place: it leaves the plugin's session, ties itself to the plugin, waits until the journal knows
/// it, and then becomes the program. Its process id stays the same.
/// </summary>
internal static unsafe class LauncherMode
{
    /// <summary>The first line on standard error, and the exit code, of a program that could not be executed.</summary>
    public const string FailureMark = "\0exec: ";

    public const int FailureCode = 127;

    private const string Word = "--become-child";

    public static string[] Arguments(int parent, string path, string program, IReadOnlyList<string> arguments) =>
        [Word, parent.ToString(CultureInfo.InvariantCulture), path, program, .. arguments];

    /// <summary>What <c>Main</c> has to return when it was called to become a child; null when it was not.</summary>
    public static int? TryRun(string[] args) => OperatingSystem.IsLinux() && args is [Word, var parent, var path, .. var command]
        ? Run(int.Parse(parent, CultureInfo.InvariantCulture), path, command)
        : null;

    [SupportedOSPlatform("linux")]
    private static int Run(int parent, string path, string[] command)
    {
        _ = Posix.NewSession();

        // A request to end rather than an end: what the program started is ended best by the program.
        _ = Posix.Control(Posix.ParentDeathSignal, Posix.Terminate, 0, 0, 0);
        if (Posix.ParentId() != parent || !IsReleased())
        {
            return FailureCode;
        }

        // The runtime ignores it, and what is ignored stays so over exec.
        _ = Posix.Handle(Posix.BrokenPipe, 0);
        var arguments = stackalloc nint[command.Length + 1];
        for (var i = 0; i < command.Length; i++)
        {
            arguments[i] = Marshal.StringToCoTaskMemUTF8(command[i]);
        }

        arguments[command.Length] = 0;
        _ = Posix.Execute(path, arguments);
        Tell(Marshal.GetLastPInvokeErrorMessage());
        return FailureCode;
    }

    /// <summary>The plugin's first byte on standard input; the rest is the program's. No byte comes from a plugin that died or thought better of it.</summary>
    [SupportedOSPlatform("linux")]
    private static bool IsReleased()
    {
        byte go;
        nint read;
        do
        {
            read = Posix.Read(0, &go, 1);
        }
        while (read < 0 && Marshal.GetLastPInvokeError() == Posix.Interrupted);
        return read == 1;
    }

    [SupportedOSPlatform("linux")]
    private static void Tell(string why)
    {
        var bytes = Encoding.UTF8.GetBytes(FailureMark + why + "\n");
        fixed (byte* text = bytes)
        {
            _ = Posix.Write(2, text, bytes.Length);
        }
    }
}
