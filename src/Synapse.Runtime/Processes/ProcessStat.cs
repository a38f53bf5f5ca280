using System.Globalization;

namespace Synapse.Runtime.Processes;

/// <summary>A process as Linux shows it.</summary>
/// <param name="Pid">Its id, which another process may have after it.</param>
/// <param name="Group">Its process group.</param>
/// <param name="Session">Its session.</param>
/// <param name="Started">When it started, in clock ticks since the machine did; with id and boot it names a process for ever.</param>
internal readonly record struct ProcessStat(int Pid, int Group, int Session, long Started)
{
    // Of proc(5), counted from the state, which follows the name in brackets.
    private const int GroupField = 2;
    private const int SessionField = 3;
    private const int StartedField = 19;

    /// <summary>Null for a process that is gone, or dead and only not yet collected by its parent.</summary>
    public static ProcessStat? Read(int pid)
    {
        string text;
        try
        {
            text = File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        // The name may hold spaces and brackets of its own.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X"
            ? null
            : new(pid, int.Parse(fields[GroupField], CultureInfo.InvariantCulture),
                int.Parse(fields[SessionField], CultureInfo.InvariantCulture),
                long.Parse(fields[StartedField], CultureInfo.InvariantCulture));
    }

    public static IEnumerable<ProcessStat> ReadAll()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read(pid) is { } stat)
            {
                yield return stat;
            }
        }
    }
}
