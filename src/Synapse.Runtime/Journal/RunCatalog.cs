using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>The runs of a state folder by name.</summary>
internal static class RunCatalog
{
    public const string Last = "last";

    private const int Shown = 5;

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
    private static bool IsStarted(RunFolder folder) =>
        File.Exists(folder.Database) && (new FileInfo(folder.Events) is { Exists: true, Length: > 0 } || !IsBlank(folder.Database));

    /// <summary>
    /// Nothing of ours is committed in it: its version comes with the first commit. SQLite is asked, for only it tells
    /// a log with a commit from one whose writer was killed before.
    /// </summary>
    private static bool IsBlank(string path)
    {
        try
        {
            using var database = JournalSchema.OpenForReading(path);
            return database is { UserVersion: 0, ApplicationId: 0 };
        }
        catch (SqliteException)
        {
            return IsTornStart(path);
        }
    }

    // The power may go while the empty database is written, and any of its pages be lost. There is no log before it is
    // durable, so nothing can be committed.
    private static bool IsTornStart(string path)
    {
        var whole = JournalSchema.Empty();
        if (new FileInfo(path).Length > whole.Length)
        {
            return false;
        }

        var found = File.ReadAllBytes(path);
        for (var at = 0; at < found.Length; at += JournalSchema.PageBytes)
        {
            var page = found.AsSpan(at, Math.Min(JournalSchema.PageBytes, found.Length - at));
            if (page.ContainsAnyExcept((byte)0) && !page.SequenceEqual(whole.AsSpan(at, page.Length)))
            {
                return false;
            }
        }

        return true;
    }

    private static string Names(IReadOnlyList<RunFolder> runs) =>
        string.Join(", ", runs.Take(Shown).Select(run => run.Id.Short)) + (runs.Count > Shown ? ", …" : "");
}
