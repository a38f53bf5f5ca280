using System.Diagnostics;
using System.Runtime.Versioning;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;

namespace Synapse.Runtime.Processes;

/// <summary>
/// Ends what the programs of a process that died left running, before the run goes on: two trainings that write the same
/// files would be worse than none.
/// </summary>
internal static class Survivors
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns the programs of which something was left, and those of which something still is.</summary>
    public static async Task<(IReadOnlyList<string> Ended, IReadOnlyList<string> Left)> EndAsync(RunJournal journal)
    {
        var children = journal.Read(JournalReader.ReadOpenChildren);
        List<string> ended = [];
        List<string> left = [];
        if (children.Count == 0)
        {
            return (ended, left);
        }

        var boot = ProcessIdentity.Current().Boot;
        List<JournalRecord> records = [];
        foreach (var child in children)
        {
            // No process outlives its machine's boot; elsewhere than on Linux none can be told from another of its number.
            if (OperatingSystem.IsLinux() && child.Boot == boot
                && new ProcessFamily(ChildProcesses.Mark(journal, child.Id), child.Pid, child.Started, child.Session) is var family
                && family.Members() is [var first, ..])
            {
                var name = $"{child.Program} (process {first.Pid})";
                if (!await EndAsync(family))
                {
                    left.Add(name);
                    continue;
                }

                ended.Add(name);
            }

            records.Add(new ChildEnded(child.Id));
        }

        journal.Commit(records.ToArray());
        return (ended, left);
    }

    [SupportedOSPlatform("linux")]
    private static async Task<bool> EndAsync(ProcessFamily family)
    {
        var clock = Stopwatch.StartNew();
        while (family.IsAlive())
        {
            if (clock.Elapsed > Patience)
            {
                return false;
            }

            family.Signal(Posix.Kill);
            await Task.Delay(Poll, CancellationToken.None);
        }

        return true;
    }
}
