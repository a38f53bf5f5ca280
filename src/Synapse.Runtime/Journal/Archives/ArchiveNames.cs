namespace Synapse.Runtime.Journal.Archives;

/// <summary>
/// What lies in an archive: the run's folder under its id, with the journal as one file. What belongs to the process at work
/// is left out.
/// </summary>
internal static class ArchiveNames
{
    public const string Journal = "journal.db";

    private static readonly string[] LeftOut = [Journal + "-wal", Journal + "-shm", Journal + "-journal", "run.lock", "reserve"];

    public static bool IsLeftOut(string name) => LeftOut.Contains(name);

    /// <summary>The run that an entry belongs to and the way to it from the run's folder; null for a name that leads elsewhere.</summary>
    public static (RunId Run, string Path)? Parse(string entry)
    {
        var parts = entry.TrimEnd('/').Split('/');
        if (parts[0] == ".")
        {
            parts = parts[1..];
        }

        if (parts.Length == 0 || !RunId.TryParse(parts[0], out var run))
        {
            return null;
        }

        foreach (var part in parts.AsSpan(1))
        {
            if (part is "" or "." or ".." || part.AsSpan().ContainsAny('\\', ':', '\0'))
            {
                return null;
            }
        }

        return (run, Path.Combine(parts[1..]));
    }
}
