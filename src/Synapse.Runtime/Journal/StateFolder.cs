using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>The <c>.synapse</c> folder: the runs and the embedded backend of one place.</summary>
internal sealed class StateFolder
{
    public const string FolderName = ".synapse";
    public const string Variable = "SYNAPSE_STATE";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private StateFolder(string path) => Path = path;

    public string Path { get; }

    public string Runs => System.IO.Path.Combine(Path, "runs");

    public string Backend => System.IO.Path.Combine(Path, "backend");

    /// <summary>Where the state lies, whether or not it exists yet: the option, the variable, the nearest one upward, here.</summary>
    public static string Resolve(string? option, string? variable, string currentDirectory)
    {
        if (!string.IsNullOrEmpty(option))
        {
            return System.IO.Path.GetFullPath(option, currentDirectory);
        }

        if (!string.IsNullOrEmpty(variable))
        {
            return System.IO.Path.GetFullPath(variable, currentDirectory);
        }

        for (var directory = new DirectoryInfo(currentDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = System.IO.Path.Combine(directory.FullName, FolderName);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return System.IO.Path.Combine(currentDirectory, FolderName);
    }

    /// <summary>For verbs that only look: nothing is created, and a missing folder reads as empty.</summary>
    public static StateFolder At(string path) => new(path);

    /// <summary>For verbs that run something: creates the folder and proves that a journal can live in it.</summary>
    public static StateFolder Open(string path)
    {
        var folder = new StateFolder(path);
        try
        {
            folder.Create();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new StateException(
                $"The state folder {path} cannot be written: {e.Message} Choose another one with --state DIR or {Variable}.", e);
        }

        return folder;
    }

    private void Create()
    {
        if (!Directory.Exists(Path))
        {
            MakeDirectory(Path);
        }

        RefuseNetwork();
        if (!Directory.Exists(Runs) || !Directory.EnumerateFileSystemEntries(Runs).Any())
        {
            // Not only by whoever makes them: that process may have been killed before the names were durable.
            MakeDirectory(Runs);
            DirectorySync.Flush(Path);
            if (System.IO.Path.GetDirectoryName(Path) is { } parent)
            {
                DirectorySync.Flush(parent);
            }
        }
    }

    private void RefuseNetwork()
    {
        if (FileSystemKind.NetworkName(Path) is { } network)
        {
            throw new StateException(
                $"The state folder {Path} lies on a network file system ({network}), where a journal cannot survive a crash. "
                + $"Choose a folder on a disk of this machine with --state DIR or {Variable}.");
        }
    }

    internal static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
