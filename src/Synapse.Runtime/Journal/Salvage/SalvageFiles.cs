using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal.Salvage;

/// <summary>
/// The files of a salvage. The damaged journal is first set aside as a copy, which the salvage then reads from; a salvage that
/// is killed begins again with that copy. The rebuilt journal takes the place of the damaged one in one step.
/// </summary>
internal sealed class SalvageFiles(RunFolder run)
{
    private const string Log = "-wal";
    private const string Index = "-shm";

    /// <summary>The damaged journal while the salvage goes on.</summary>
    public string Aside => run.Database + ".salvaging";

    public string Rebuilt => run.Database + ".rebuilt";

    public void SetAside()
    {
        if (File.Exists(Aside))
        {
            return;
        }

        if (File.Exists(run.Database + Log))
        {
            Copy(run.Database + Log, Aside + Log);
        }

        var temporary = Aside + ".tmp";
        Copy(run.Database, temporary);
        File.Move(temporary, Aside);
        DirectorySync.Flush(run.Path);
    }

    /// <summary>The log of the damaged journal must be gone before the rebuilt one is there: it would be read into it.</summary>
    public void PutInPlace()
    {
        File.Delete(run.Database + Log);
        File.Delete(run.Database + Index);
        DirectorySync.Flush(run.Path);
        File.Move(Rebuilt, run.Database, overwrite: true);
        DirectorySync.Flush(run.Path);
    }

    /// <summary>Gives the damaged journal the name that it keeps.</summary>
    /// <returns>Where it is, or null when there is none.</returns>
    public string? KeepAside()
    {
        if (!File.Exists(Aside))
        {
            return null;
        }

        var number = 1;
        while (File.Exists(Kept(number)))
        {
            number++;
        }

        File.Delete(Aside + Index);
        if (new FileInfo(Aside + Log) is { Exists: true, Length: 0 } empty)
        {
            empty.Delete();
        }
        else if (File.Exists(Aside + Log))
        {
            File.Move(Aside + Log, Kept(number) + Log, overwrite: true);
        }

        File.Move(Aside, Kept(number));
        DirectorySync.Flush(run.Path);
        return Kept(number);
    }

    public void DeleteRebuilt()
    {
        File.Delete(Rebuilt + Log);
        File.Delete(Rebuilt + Index);
        File.Delete(Rebuilt);
    }

    private string Kept(int number) => $"{run.Database}.damaged-{number}";

    private static void Copy(string from, string to)
    {
        File.Copy(from, to, overwrite: true);
        using var handle = File.OpenHandle(to, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
