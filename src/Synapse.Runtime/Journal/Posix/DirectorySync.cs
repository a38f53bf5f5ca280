using System.Runtime.InteropServices;
using Synapse.Runtime.Proof;

namespace Synapse.Runtime.Journal.Posix;

/// <summary>A new name in a directory is durable only once the directory itself was synced.</summary>
internal static class DirectorySync
{
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
