using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Synapse.Bench;

/// <summary>
/// Times a whole process from spawn to exit. posix_spawn, not <see cref="Process"/>, whose own start costs more than the
/// programs measured here.
/// </summary>
internal static unsafe partial class Spawn
{
    private const int FileActionsSize = 256;

    /// <summary>Milliseconds from spawn to exit, output to /dev/null.</summary>
    public static double Milliseconds(string path, params string[] arguments)
    {
        var actions = stackalloc byte[FileActionsSize];
        Check(posix_spawn_file_actions_init(actions));
        Check(posix_spawn_file_actions_addopen(actions, 1, "/dev/null", 1, 0));
        var argv = Pointers([path, .. arguments]);
        var envp = Pointers([.. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(e => $"{e.Key}={e.Value}")]);
        var start = Stopwatch.GetTimestamp();
        int pid;
        fixed (nint* a = argv)
        fixed (nint* e = envp)
        {
            Check(posix_spawn(out pid, path, actions, 0, a, e));
        }
        int status;
        while (waitpid(pid, out status, 0) < 0)
        {
        }
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        foreach (var text in argv.Concat(envp))
        {
            Marshal.FreeCoTaskMem(text);
        }
        return status == 0 ? elapsed : throw new InvalidOperationException($"{path} {string.Join(' ', arguments)} ended with status {status >> 8}.");
    }

    private static nint[] Pointers(string[] texts) => [.. texts.Select(Marshal.StringToCoTaskMemUTF8), 0];

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* actions);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn_file_actions_addopen(byte* actions, int fd, string path, int flags, int mode);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn(out int pid, string path, byte* actions, nint attributes, nint* argv, nint* envp);

    [LibraryImport("libc")]
    private static partial int waitpid(int pid, out int status, int options);
}
