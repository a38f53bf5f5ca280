using System.Runtime.Versioning;
using System.Text;

namespace Synapse.Runtime.Processes;

/// <summary>
/// A child process and all that came of it. Ids are used again, so a process is of the family only if that is proven: it is
/// the child by id and start time, its environment carries the child's mark, or it shares the child's session with one that
/// is proven.
/// </summary>
/// <param name="Mark">Value of <see cref="Variable"/> in the environment of the child and its descendants.</param>
/// <param name="Pid">The child's id.</param>
/// <param name="Started">The child's start time, see <see cref="ProcessStat.Started"/>.</param>
/// <param name="Session">Session and group of its own, whose number is the child's id; null if it was started directly.</param>
internal sealed record ProcessFamily(string Mark, int Pid, long Started, int? Session)
{
    public const string Variable = "SYNAPSE_CHILD";

    /// <summary>Whether a process of the family lives: with daemons, also one that left its session.</summary>
    public bool IsAlive(bool daemons = true) => Members(daemons).Count > 0;

    [SupportedOSPlatform("linux")]
    public void Signal(int signal, bool daemons = true)
    {
        var members = Members(daemons);

        // At once for the session's first group, so that none of it forks between two signals.
        if (Session is { } group && members.Exists(member => member.Group == group))
        {
            _ = Posix.Signal(-group, signal);
        }

        foreach (var member in members.Where(member => member.Group != Session))
        {
            _ = Posix.Signal(member.Pid, signal);
        }
    }

    public List<ProcessStat> Members(bool daemons = true)
    {
        var all = ProcessStat.ReadAll().Where(process => process.Pid > 1 && process.Pid != Environment.ProcessId).ToList();
        var mark = Encoding.UTF8.GetBytes($"\0{Variable}={Mark}\0");
        var proven = all.Where(process => IsChild(process) || IsMarked(process.Pid, mark)).ToList();
        if (Session is not { } session)
        {
            return proven;
        }

        var isOurs = proven.Exists(process => process.Session == session);
        var members = isOurs ? all.Where(process => process.Session == session) : [];
        var others = proven.Where(process => process.Session != session && (daemons || IsChild(process)));
        return [.. members, .. others];
    }

    private bool IsChild(ProcessStat process) => process.Pid == Pid && process.Started == Started;

    private static bool IsMarked(int pid, byte[] mark)
    {
        try
        {
            byte[] environment = [0, .. File.ReadAllBytes($"/proc/{pid}/environ")];
            return environment.AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // Another user's, or gone.
        }
    }
}
