using System.Runtime.InteropServices;
using Synapse.Runtime.Proof;

namespace Synapse.Runtime.Journal.Posix;

/// <summary>A new name in a directory is durable only once the directory itself was synced.</summary>
internal static class DirectorySync
{
    /// <summary>The names in a directory and those of the directories that lead to it.</summary>
    /// <param name="directory">A directory in <paramref name="root"/>, or that one itself.</param>
    /// <param name="root">A directory whose own name is durable.</param>
    public static void FlushUpTo(string directory, string root)
    {
        for (var at = directory; at.Length >= root.Length; at = Path.GetDirectoryName(at)!)
        {
            Flush(at);
        }
    }

    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows() || Weakness.SkipsDirectorySync)
        {
            return;
        }

        var descriptor = Libc.Open(directory, Libc.CloseOnExec);
        if (descriptor < 0)
        {
            throw new IOException($"{directory}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var failed = Libc.Fsync(descriptor) != 0;
        var message = Marshal.GetLastPInvokeErrorMessage();
        _ = Libc.Close(descriptor);
        if (failed)
        {
            throw new IOException($"{directory}: {message}");
        }
    }
}
