using Synapse.Runtime.Journal.Posix;

namespace Synapse.Runtime.Journal;

/// <summary>
/// Deletes runs. A run leaves the list by a rename, in one step, and its files go after that: what a killed process leaves
/// is no run, and the next one deletes it.
/// </summary>
internal static class RunTrash
{
    /// <summary>Folders in the list of runs that are no runs start so.</summary>
    public const string HiddenPrefix = ".";

    private const string Deleted = HiddenPrefix + "deleted-";

    /// <summary>Deletes a run whose lock the caller holds.</summary>
    /// <returns>Bytes that its files had.</returns>
    public static long Delete(StateFolder state, RunFolder run)
    {
        var bytes = Size(run);
        var trash = Path.Combine(state.Runs, Deleted + run.Id.Text);
        Directory.Move(run.Path, trash);
        DirectorySync.Flush(state.Runs);
        Directory.Delete(trash, recursive: true);
        return bytes;
    }

    /// <summary>Deletes what processes that are gone left: half deleted and half imported runs.</summary>
    public static void Sweep(StateFolder state)
    {
        if (!Directory.Exists(state.Runs))
        {
            return;
        }

        foreach (var path in Directory.GetDirectories(state.Runs, HiddenPrefix + "*"))
        {
            try
            {
                SweepOne(RunFolder.Hidden(state, Path.GetFileName(path), default));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or StateException or RunHeldException)
            {
                // Somebody else is at it, or it cannot be deleted; it is in nobody's way.
            }
        }
    }

    /// <summary>Bytes that a run's files have; nothing for what another process deletes meanwhile.</summary>
    public static long Size(RunFolder run)
    {
        var bytes = 0L;
        try
        {
            foreach (var file in new DirectoryInfo(run.Path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            {
                bytes += file.Exists ? file.Length : 0;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The run is gone, and with it whoever asks has nothing more to delete.
        }

        return bytes;
    }

    private static void SweepOne(RunFolder left)
    {
        using var held = File.Exists(left.Lock) ? RunLock.Acquire(left) : null;
        Directory.Delete(left.Path, recursive: true);
    }
}
