using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>Everything of one run. It can be moved as a whole, so nothing in it holds an absolute path.</summary>
internal sealed class RunFolder
{
    private RunFolder(RunId id, string path)
    {
        Id = id;
        Path = path;
    }

    public RunId Id { get; }

    public string Path { get; }

    public string Database => In("journal.db");

    public string Lock => In("run.lock");

    public string ReserveFile => In("reserve");

    /// <summary>Outputs too large for the journal; there only once there is one.</summary>
    public string Outputs => In("out");

    /// <summary>Files of the steps; there only once a step asked for it.</summary>
    public string Work => In("work");

    public string Events => In("events.jsonl");

    public string Log => In("log.jsonl");

    public static RunFolder Create(StateFolder state, RunId id)
    {
        var folder = At(state, id);
        StateFolder.MakeDirectory(folder.Path);
        File.WriteAllBytes(folder.Lock, []);
        DirectorySync.Flush(state.Runs);
        return folder;
    }

    public static RunFolder At(StateFolder state, RunId id) => new(id, System.IO.Path.Combine(state.Runs, id.Text));

    /// <summary>A run that has no name yet, or no more: nobody finds it among the runs.</summary>
    public static RunFolder Hidden(StateFolder state, string name, RunId id) => new(id, System.IO.Path.Combine(state.Runs, name));

    /// <summary>Takes back a folder in which no run came to be.</summary>
    public void Discard()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // It holds no run and is listed nowhere; what brought us here is the better message.
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
