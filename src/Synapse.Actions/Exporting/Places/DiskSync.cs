namespace Synapse.Actions.Exporting.Places;

/// <summary>Makes durable what was written.</summary>
internal static class DiskSync
{
    /// <summary>The names in a folder.</summary>
    public static void Folder(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Flush(path, wholeFileSystem: false);
        }
    }

    /// <summary>
    /// All files below a folder. One call for the whole file system, where there is one: a call for each of a hundred
    /// thousand files would take longer than writing them.
    /// </summary>
    public static void Tree(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            Flush(path, wholeFileSystem: true);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Append(path))
        {
            Folder(folder);
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Flush(string path, bool wholeFileSystem)
    {
        var descriptor = Libc.Open(path, Libc.CloseOnExec);
        if (descriptor < 0)
        {
            throw Libc.Failed(path);
        }

        var result = wholeFileSystem ? Libc.SyncFileSystem(descriptor) : Libc.Fsync(descriptor);
        var failure = result == 0 ? null : Libc.Failed(path);
        _ = Libc.Close(descriptor);
        if (failure is not null)
        {
            throw failure;
        }
    }
}
