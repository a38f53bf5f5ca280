using System.IO.Enumeration;

namespace Synapse.Actions.Uploading;

/// <summary>What one folder holds: files by their name without extension, and folders, each in ordinal order.</summary>
internal sealed class FolderListing
{
    private FolderListing(List<Entry> files, List<string> folders)
    {
        Files = files;
        Folders = folders;
    }

    public static FolderListing Empty { get; } = new([], []);

    public List<Entry> Files { get; }

    public List<string> Folders { get; }

    /// <param name="path">The folder.</param>
    /// <param name="root">What links must not lead out of.</param>
    /// <param name="drop">Takes what cannot be uploaded: a path and why.</param>
    public static FolderListing Read(string path, string root, Action<string, string> drop)
    {
        var files = new List<Entry>();
        var folders = new List<string>();
        try
        {
            foreach (var found in Enumerate(path))
            {
                if (found.IsFolder)
                {
                    AddFolder(path, found, folders, drop);
                }
                else
                {
                    AddFile(path, found, root, files, drop);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            drop(path, $"The folder could not be read: {e.Message.TrimEnd('.')}.");
        }

        files.Sort(static (a, b) => a.Stem.SequenceCompareTo(b.Stem) is var order and not 0 ? order : string.CompareOrdinal(a.Name, b.Name));
        folders.Sort(StringComparer.Ordinal);
        return new(files, folders);
    }

    private static FileSystemEnumerable<Found> Enumerate(string path) => new(
        path,
        static (ref FileSystemEntry entry) => new(
            entry.FileName.ToString(),
            entry.IsDirectory,
            (entry.Attributes & FileAttributes.ReparsePoint) != 0,
            entry.IsDirectory ? 0 : entry.Length),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false });

    // A folder that is a link may lead back to one above it.
    private static void AddFolder(string path, Found found, List<string> folders, Action<string, string> drop)
    {
        if (PassedOver.Has(found.Name))
        {
            return;
        }

        if (found.IsLink)
        {
            drop(Path.Combine(path, found.Name), "It is a link to a folder, which is not followed. Name the folder itself.");
            return;
        }

        folders.Add(found.Name);
    }

    private static void AddFile(string path, Found found, string root, List<Entry> files, Action<string, string> drop)
    {
        if (PassedOver.Has(found.Name))
        {
            return;
        }

        var full = Path.Combine(path, found.Name);
        if (found.Name.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(full))
        {
            drop(full, "Its name is not valid UTF-8. Rename it.");
            return;
        }

        if (!found.IsLink)
        {
            files.Add(new(found.Name, found.Size));
            return;
        }

        var target = Target(full);
        if (target is not { Exists: true })
        {
            drop(full, "It is a link that leads to no file.");
        }
        else if (!Inside.Of(root, target.FullName))
        {
            drop(full, $"It is a link that leads out of {root}.");
        }
        else
        {
            files.Add(new(found.Name, target.Length));
        }
    }

    private static FileInfo? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is { } target ? new FileInfo(target.FullName) : null;
        }
        catch (IOException)
        {
            return null; // a circle of links
        }
    }

    /// <summary>A file of the folder.</summary>
    internal readonly record struct Entry(string Name, long Size)
    {
        public ReadOnlySpan<char> Stem => Path.GetFileNameWithoutExtension(Name.AsSpan());
    }

    private readonly record struct Found(string Name, bool IsFolder, bool IsLink, long Size);
}
