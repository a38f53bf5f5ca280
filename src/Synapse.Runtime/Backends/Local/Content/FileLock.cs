using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Backends.Local.Content;

/// <summary>A lock on a file or folder that the kernel drops with the process, however it dies.</summary>
internal sealed class FileLock : IDisposable
{
    private const int LockShared = 1;

    private FileLock(SafeFileHandle? handle) => Handle = handle;

    /// <summary>The locked file, open for reading and writing; null for a folder where folders cannot be locked.</summary>
    public SafeFileHandle? Handle { get; }

    /// <summary>Null while another holder has it.</summary>
    public static FileLock? TryExclusive(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return OpenUnshared(path);
        }

        var handle = Open(path);
        if (TryLock(handle, Libc.LockExclusive | Libc.LockNonBlocking))
        {
            return new(handle);
        }

        handle.Dispose();
        return null;
    }

    /// <summary>Waits while another one holds it alone.</summary>
    public static FileLock Shared(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return new(null);
        }

        var handle = Open(path);
        TryLock(handle, LockShared);
        return new(handle);
    }

    /// <summary>Lets others in that share it, too.</summary>
    public void Share()
    {
        if (Handle is { } handle && !OperatingSystem.IsWindows())
        {
            TryLock(handle, LockShared);
        }
    }

    public void Dispose() => Handle?.Dispose();

    /// <summary>.NET asks for a lock of its own on every opening, which a holder's exclusive one would refuse.</summary>
    public static SafeFileHandle OpenUnlocked(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        var descriptor = Libc.Open(path, Libc.CloseOnExec);
        return descriptor >= 0 ? new(descriptor, ownsHandle: true) : throw Failed(path);
    }

    [UnsupportedOSPlatform("windows")]
    private static SafeFileHandle Open(string path)
    {
        var access = Directory.Exists(path) ? 0 : Libc.ReadWrite;
        var descriptor = Libc.Open(path, access | Libc.CloseOnExec);
        return descriptor >= 0 ? new(descriptor, ownsHandle: true) : throw Failed(path);
    }

    [UnsupportedOSPlatform("windows")]
    private static bool TryLock(SafeFileHandle handle, int operation)
    {
        const int Interrupted = 4;
        while (Libc.Flock((int)handle.DangerousGetHandle(), operation) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == Libc.WouldBlock)
            {
                return false;
            }

            if (error != Interrupted)
            {
                throw new IOException($"A file cannot be locked: {Marshal.GetLastPInvokeErrorMessage()}.");
            }
        }

        return true;
    }

    private static FileLock? OpenUnshared(string path)
    {
        if (Directory.Exists(path))
        {
            return new(null);
        }

        try
        {
            return new(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static IOException Failed(string path)
    {
        const int NotThere = 2;
        var message = $"{path}: {Marshal.GetLastPInvokeErrorMessage()}";
        return Marshal.GetLastPInvokeError() == NotThere ? new FileNotFoundException(message, path) : new IOException(message);
    }
}
