using System.Formats.Tar;
using System.IO.Compression;
using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal.Archives;

/// <summary>
/// Takes in a run that was exported. It is unpacked under a name that is no run's, checked, and gets its name in one step: an
/// archive that is cut off, damaged or made to harm leaves nothing.
/// </summary>
internal static class RunImport
{
    /// <exception cref="ArchiveException">The archive is not the export of a run, or the run is already there.</exception>
    /// <exception cref="IOException">The archive cannot be read, or there is no room for it.</exception>
    public static RunFolder Read(StateFolder state, Stream archive)
    {
        RunTrash.Sweep(state);
        try
        {
            using var zip = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
            using var tar = new TarReader(zip, leaveOpen: true);
            if (tar.GetNextEntry() is not { } first)
            {
                throw new ArchiveException("It is empty.");
            }

            return Take(state, Identify(state, first), first, tar, zip);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ArchiveException($"It is not an export of a run, or it is cut off: {e.Message}", e);
        }
        catch (StateException e)
        {
            throw new ArchiveException(e.Message, e);
        }
    }

    private static RunId Identify(StateFolder state, TarEntry first)
    {
        if (ArchiveNames.Parse(first.Name) is not { } named)
        {
            throw new ArchiveException($"It is not an export of a run: it starts with '{first.Name}' instead of a folder named after a run.");
        }

        if (Directory.Exists(RunFolder.At(state, named.Run).Path))
        {
            throw new ArchiveException($"Run {named.Run.Short} is already there, in {RunFolder.At(state, named.Run).Path}.");
        }

        return named.Run;
    }

    private static RunFolder Take(StateFolder state, RunId id, TarEntry first, TarReader tar, GZipStream zip)
    {
        var hidden = RunFolder.Hidden(state, $"{RunTrash.HiddenPrefix}import-{id.Text}", id);
        if (Directory.Exists(hidden.Path))
        {
            throw new ArchiveException($"Another process is importing run {id.Short}.");
        }

        StateFolder.MakeDirectory(hidden.Path);
        File.WriteAllBytes(hidden.Lock, []);
        using var held = RunLock.Acquire(hidden);
        try
        {
            for (TarEntry? entry = first; entry is not null; entry = tar.GetNextEntry())
            {
                Unpack(hidden, entry);
            }

            // The checksum comes last, and nothing has asked for it so far.
            zip.CopyTo(Stream.Null);
            Check(hidden);
            Sync(hidden.Path);
            var run = RunFolder.At(state, id);
            Directory.Move(hidden.Path, run.Path);
            DirectorySync.Flush(state.Runs);
            return run;
        }
        catch
        {
            hidden.Discard();
            throw;
        }
    }

    private static void Unpack(RunFolder hidden, TarEntry entry)
    {
        if (ArchiveNames.Parse(entry.Name) is not { } named || named.Run != hidden.Id || ArchiveNames.IsLeftOut(named.Path))
        {
            throw new ArchiveException($"Its entry '{entry.Name}' does not belong into the folder of run {hidden.Id.Short}.");
        }

        var path = Path.Combine(hidden.Path, named.Path);
        if (entry.EntryType == TarEntryType.Directory)
        {
            MakeDirectory(path);
            return;
        }

        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
        {
            throw new ArchiveException($"Its entry '{entry.Name}' is no file but a {entry.EntryType}.");
        }

        if (File.Exists(path))
        {
            throw new ArchiveException($"Its entry '{entry.Name}' is there twice.");
        }

        MakeDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        entry.DataStream?.CopyTo(file);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, entry.Mode & ~(UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit));
        }

        file.Flush(flushToDisk: true);
    }

    private static void MakeDirectory(string path)
    {
        if (!Directory.Exists(path))
        {
            MakeDirectory(Path.GetDirectoryName(path)!);
            StateFolder.MakeDirectory(path);
        }
    }

    private static void Check(RunFolder hidden)
    {
        if (!File.Exists(hidden.Database))
        {
            throw new ArchiveException("It has no journal.");
        }

        var steps = JournalReader.Look(hidden, database =>
        {
            if (database.QueryText("PRAGMA quick_check(1)") is { } found and not "ok")
            {
                throw new ArchiveException($"Its journal is damaged: {found}.");
            }

            var run = JournalReader.ReadRun(database);
            return run.Id == hidden.Id
                ? JournalReader.ReadSteps(database)
                : throw new ArchiveException($"It is named after run {hidden.Id.Short} and holds the journal of {run.Id.Short}.");
        });
        var outputs = new OutputStore(hidden);
        foreach (var step in steps.Where(static step => step.Output is not null))
        {
            outputs.Read(step.Output!);
        }
    }

    private static void Sync(string directory)
    {
        foreach (var below in Directory.EnumerateDirectories(directory))
        {
            Sync(below);
        }

        DirectorySync.Flush(directory);
    }
}
