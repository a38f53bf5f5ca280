namespace Synapse.Runtime.Journal;

/// <summary>The runs of a state folder by name.</summary>
internal static class RunCatalog
{
    public const string Last = "last";

    private const int Shown = 5;
    private const int LogHeader = 32;
    private const int ApplicationIdStart = 68;
    private const int ApplicationIdEnd = 72;

    /// <summary>Newest first. A folder without a journal is a start that was killed before anything was promised.</summary>
    public static IReadOnlyList<RunFolder> List(StateFolder state)
    {
        if (!Directory.Exists(state.Runs))
        {
            return [];
        }

        var runs = new List<RunFolder>();
        foreach (var path in Directory.EnumerateDirectories(state.Runs))
        {
            if (RunId.TryParse(System.IO.Path.GetFileName(path), out var id))
            {
                var folder = RunFolder.At(state, id);
                if (IsStarted(folder))
                {
                    runs.Add(folder);
                }
            }
        }

        runs.Sort(static (a, b) => string.CompareOrdinal(b.Id.Text, a.Id.Text));
        return runs;
    }

    /// <summary>Finds the run that <c>last</c> or any unique part of an id names.</summary>
    public static RunFolder Find(StateFolder state, string name)
    {
        if (RunId.TryParse(name, out var id) && IsStarted(RunFolder.At(state, id)))
        {
            return RunFolder.At(state, id);
        }

        var runs = List(state);
        if (runs.Count == 0)
        {
            throw new StateException($"There are no runs in {state.Path}.");
        }

        if (string.Equals(name, Last, StringComparison.OrdinalIgnoreCase))
        {
            return runs[0];
        }

        var found = runs.Where(run => run.Id.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new StateException(
                $"No run has '{name}' in its id. The latest are {Names(runs)}; 'runs' lists all."),
            _ => throw new StateException(
                $"'{name}' fits {found.Count} runs: {Names(found)}. Give more of the id."),
        };
    }

    // A damaged journal must be listed, so only what is surely the trace of a killed start is passed over.
    private static bool IsStarted(RunFolder folder)
    {
        var log = new FileInfo(folder.Database + "-wal");
        return File.Exists(folder.Database)
            && (new FileInfo(folder.Events) is { Exists: true, Length: > 0 } || (log.Exists && log.Length > LogHeader) || !IsBlank(folder.Database));
    }

    /// <summary>
    /// Nothing, or a header without our id: that comes with the first commit. Closing the file drops this process's own
    /// locks on it, so a journal in use must not come here, and does not: it has events or a log.
    /// </summary>
    private static bool IsBlank(string database)
    {
        using var handle = File.OpenHandle(database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[ApplicationIdEnd];
        var read = RandomAccess.Read(handle, header, 0);
        return read == 0
            || (read == ApplicationIdEnd
                && header.StartsWith("SQLite format 3\0"u8)
                && header[ApplicationIdStart..].IndexOfAnyExcept((byte)0) < 0);
    }

    private static string Names(IReadOnlyList<RunFolder> runs) =>
        string.Join(", ", runs.Take(Shown).Select(run => run.Id.Short)) + (runs.Count > Shown ? ", …" : "");
}
