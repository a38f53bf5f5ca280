using Synapse.Runtime.Backends.Local.Content;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Backends.Local;

/// <summary>Where the embedded backend keeps its things. It can be moved as a whole, so nothing in it holds an absolute path.</summary>
internal sealed class BackendFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Index => In("local.db");

    public string Segments => In("segments");

    public string Blobs => In("blobs");

    public string Temporary => In("tmp");

    /// <summary>Whether content is here that an index must know of.</summary>
    public bool HasContent => HasEntries(Segments) || HasEntries(Blobs);

    /// <summary>Makes the folders, and joins the processes that work in them: as the only one, it sweeps what a killed one left.</summary>
    /// <returns>Held as long as the backend is open.</returns>
    public FileLock Enter()
    {
        Create();
        if (FileLock.TryExclusive(Path) is { } alone)
        {
            SweepTemporary();
            alone.Share();
            return alone;
        }

        return FileLock.Shared(Path);
    }

    /// <summary>Null while another process has the backend open.</summary>
    public FileLock? TryEnterAlone()
    {
        Create();
        return FileLock.TryExclusive(Path);
    }

    private void Create()
    {
        if (Directory.Exists(Temporary))
        {
            return;
        }

        var state = System.IO.Path.GetDirectoryName(Path)!;
        StateFolder.MakeDirectory(state);
        StateFolder.MakeDirectory(Path);
        StateFolder.MakeDirectory(Segments);
        StateFolder.MakeDirectory(Blobs);
        DirectorySync.Flush(Path);
        DirectorySync.Flush(state);
        DirectorySync.Flush(System.IO.Path.GetDirectoryName(state)!);
        // Last, because its presence says that all are there and durable: whoever makes them may be killed on the way.
        StateFolder.MakeDirectory(Temporary);
    }

    private void SweepTemporary()
    {
        foreach (var file in Directory.EnumerateFiles(Temporary))
        {
            try
            {
                File.Delete(file);
            }
            catch (IOException)
            {
                // Somewhere open after all: the next process gets it.
            }
        }
    }

    private static bool HasEntries(string directory) =>
        Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Any();

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
