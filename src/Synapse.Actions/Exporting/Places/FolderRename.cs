using System.Runtime.InteropServices;

namespace Synapse.Actions.Exporting.Places;

/// <summary>Gives a folder another name, and never one that something has.</summary>
internal static class FolderRename
{
    /// <summary>False when something has that name.</summary>
    /// <exception cref="IOException">The folder cannot be renamed.</exception>
    public static bool Try(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            return MoveOnWindows(from, to);
        }

        if (IsThere(to))
        {
            return false; // most often, and without the calls that not every file system knows
        }

        if (RenameNoReplace(from, to) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == Libc.Exists ? false
            : IsUnknown(error) ? RenameChecked(from, to)
            : throw Libc.Failed(from);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static int RenameNoReplace(string from, string to)
    {
        try
        {
            return OperatingSystem.IsMacOS()
                ? Libc.RenameOnMac(from, to, Libc.NoReplaceOnMac)
                : Libc.RenameOnLinux(Libc.CurrentFolder, from, Libc.CurrentFolder, to, Libc.NoReplaceOnLinux);
        }
        catch (EntryPointNotFoundException)
        {
            Marshal.SetLastPInvokeError(Libc.NoSuchCall);
            return -1;
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool IsUnknown(int error) => error == Libc.InvalidArgument || error == Libc.NoSuchCall || error == Libc.NotSupported;

    // Network file systems cannot say "not if it is there". A folder with something in it is not replaced even so, and every
    // export has something in it; at worst an empty folder made this very moment is.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool RenameChecked(string from, string to)
    {
        if (Libc.Rename(from, to) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == Libc.Exists || error == Libc.NotEmpty ? false : throw Libc.Failed(from);
    }

    private static bool MoveOnWindows(string from, string to)
    {
        try
        {
            Directory.Move(from, to);
            return true;
        }
        catch (IOException) when (IsThere(to))
        {
            return false;
        }
    }

    // A link that leads nowhere is there, too.
    private static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
