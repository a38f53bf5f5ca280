using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>
/// One process at a time works on a run. The kernel drops the lock with the process, however it dies;
/// the file's content only tells the next one who holds it, and the file is never deleted.
/// </summary>
internal sealed class RunLock : IDisposable
{
    /// <summary>Whoever only asks whether the lock is free holds it for a moment.</summary>
    private const int RetryMs = 20;

    private readonly SafeFileHandle _handle;

    private RunLock(SafeFileHandle handle) => _handle = handle;

    public static RunLock Acquire(RunFolder folder)
    {
        var handle = TryLock(folder);
        if (handle is null)
        {
            Thread.Sleep(RetryMs);
            handle = TryLock(folder) ?? throw new RunHeldException(folder.Id, ReadHolder(folder.Lock));
        }

        if (!File.Exists(folder.Lock))
        {
            handle.Dispose();
            throw new StateException($"Run {folder.Id.Short} was deleted meanwhile.");
        }

        WriteHolder(handle);
        return new RunLock(handle);
    }

    /// <summary>Whether a process works on the run.</summary>
    public static bool IsHeld(RunFolder folder)
    {
        if (!File.Exists(folder.Lock))
        {
            return false;
        }

        using var handle = TryLock(folder);
        if (handle is null)
        {
            return true;
        }

        Unlock(handle);
        return false;
    }

    public void Dispose()
    {
        Unlock(_handle);
        _handle.Dispose();
    }

    private static SafeFileHandle? TryLock(RunFolder folder) =>
        OperatingSystem.IsWindows() ? OpenExclusive(folder.Lock) : OpenAndLock(folder.Lock);

    // A child process between its fork and its exec still has the descriptor: closing ours alone would not unlock.
    private static void Unlock(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsWindows() && !handle.IsClosed)
        {
            Libc.Flock((int)handle.DangerousGetHandle(), Libc.Unlock);
        }
    }

    // .NET's own sharing modes are advisory and can be switched off by an environment variable.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static SafeFileHandle? OpenAndLock(string path)
    {
        var descriptor = Libc.Open(path, Libc.ReadWrite | Libc.CloseOnExec);
        if (descriptor < 0)
        {
            throw new StateException($"{path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Libc.Flock(descriptor, Libc.LockExclusive | Libc.LockNonBlocking) == 0)
        {
            return handle;
        }

        var error = Marshal.GetLastPInvokeError();
        var message = Marshal.GetLastPInvokeErrorMessage();
        handle.Dispose();
        return error == Libc.WouldBlock ? null : throw new StateException($"{path} cannot be locked: {message}.");
    }

    private static SafeFileHandle? OpenExclusive(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    // .NET would ask for a shared lock on opening, which the holder's exclusive one refuses.
    private static SafeFileHandle OpenToRead(string path) => OperatingSystem.IsWindows()
        ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
        : new SafeFileHandle(Libc.Open(path, Libc.CloseOnExec), ownsHandle: true);

    private static void WriteHolder(SafeFileHandle handle)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} on {Environment.MachineName} since {DateTime.UtcNow:yyyy-MM-dd HH:mm:ss}Z\n");
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            RandomAccess.SetLength(handle, bytes.Length);
            RandomAccess.Write(handle, bytes, 0);
        }
        catch (IOException)
        {
            // It is only told to the next one; what else cannot be written says so itself.
        }
    }

    private static string ReadHolder(string path)
    {
        try
        {
            using var handle = OpenToRead(path);
            var bytes = new byte[RandomAccess.GetLength(handle)];
            return Encoding.UTF8.GetString(bytes.AsSpan(0, RandomAccess.Read(handle, bytes, 0))).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
