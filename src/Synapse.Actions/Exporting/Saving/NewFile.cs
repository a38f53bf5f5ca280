using Microsoft.Win32.SafeHandles;

namespace Synapse.Actions.Exporting.Saving;

/// <summary>Opens files that are written from their start.</summary>
internal static class NewFile
{
    // Not FileMode.Create: it truncates even what it has just made, and ext4 then writes each file to the disk as it is closed.
    public static SafeFileHandle Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(path); // what a try before this one left
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
    }
}
