using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>Makes what was written durable, with its length, without the times that nobody reads.</summary>
internal static partial class DataSync
{
    public static void Flush(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(handle);
            return;
        }

        if (Fdatasync(handle) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage() + ".", Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fdatasync(SafeFileHandle handle);
}
