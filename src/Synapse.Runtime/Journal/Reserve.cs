using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>
/// Disk space kept aside while a run goes on, given back at the first "disk full" so that
/// the failure and its rollback can still be journaled.
/// </summary>
internal sealed class Reserve
{
    public const long Bytes = 2 * 1024 * 1024;

    private readonly string _path;

    private Reserve(string path) => _path = path;

    public bool IsHeld { get; private set; }

    public static Reserve Take(RunFolder folder)
    {
        var reserve = new Reserve(folder.ReserveFile);
        try
        {
            reserve.Allocate();
            reserve.IsHeld = true;
        }
        catch (IOException e)
        {
            reserve.Delete();
            throw new StateException(
                $"There is no room for a run in {folder.Path}: {e.Message} At least {Bytes / (1024 * 1024)} MiB must be free.", e);
        }

        return reserve;
    }

    /// <summary>True if space was given back.</summary>
    public bool Release()
    {
        if (!IsHeld)
        {
            return false;
        }

        IsHeld = false;
        return Delete();
    }

    private bool Delete()
    {
        try
        {
            File.Delete(_path);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Allocate()
    {
        using var handle = File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.Write);
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.SetLength(handle, Bytes);
            return;
        }

        var error = Libc.Fallocate((int)handle.DangerousGetHandle(), 0, Bytes);
        if (error != 0)
        {
            throw new IOException(System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error) + ".");
        }
    }
}
