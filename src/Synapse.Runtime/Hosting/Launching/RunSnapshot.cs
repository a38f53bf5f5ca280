using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>A run as its journal has it at one instant.</summary>
internal sealed record RunSnapshot(
    RunFolder Folder,
    RunRow Row,
    IReadOnlyList<StepRow> Steps,
    IReadOnlyList<AttemptRow> Attempts,
    IReadOnlyList<LoopRow> Loops,
    IReadOnlyList<ProcessRow> Processes)
{
    public int FinishedSteps => Steps.Count(step => step.State is StepState.Completed or StepState.Skipped);

    /// <summary>Items that loops of the run finished going forward.</summary>
    public long FinishedItems => Loops.Where(loop => loop.Phase == JournalPhase.Forward).Sum(loop => loop.Done);

    /// <summary>The state as people say it. A run whose process is gone without a word has crashed.</summary>
    public string StateName => Row.State switch
    {
        RunState.Running => HasProcess ? "running" : "crashed",
        RunState.Stopped => "stopped",
        RunState.Failed => "failed",
        RunState.RollingBack => HasProcess ? "rolling back" : "crashed while rolling back",
        RunState.RolledBack => "rolled back",
        RunState.RollbackIncomplete => "rollback incomplete",
        RunState.Abandoned => "abandoned",
        _ => "done",
    };

    public bool IsAtWork => Row.State is RunState.Running or RunState.RollingBack && HasProcess;

    /// <exception cref="StateException">The journal cannot be read.</exception>
    public static RunSnapshot Read(RunFolder folder) => JournalReader.Look(folder, database =>
    {
        database.BeginReading();
        return new RunSnapshot(
            folder,
            JournalReader.ReadRun(database),
            JournalReader.ReadSteps(database),
            JournalReader.ReadAttempts(database),
            JournalReader.ReadLoops(database),
            JournalReader.ReadProcesses(database));
    });

    /// <summary>Items that a process which is gone had started and not finished. Reads every item, so it is asked for only before a resume.</summary>
    public static long CountInDoubt(RunFolder folder) => JournalReader.Look(
        folder, static database => database.QueryInt64($"SELECT count(*) FROM item WHERE state={(int)ItemState.Claimed}"));

    /// <summary>Only a look for people: whether work may begin is decided by the run's lock, which is asked only where there is no better way.</summary>
    private bool HasProcess
    {
        get
        {
            if (Processes.Count == 0 || Processes[^1].Ended is not null)
            {
                return false;
            }
            var (last, here) = (Processes[^1], ProcessIdentity.Current());
            if (last.Host != here.Host || !OperatingSystem.IsLinux())
            {
                return RunLock.IsHeld(Folder);
            }
            return last.Boot == here.Boot && Directory.Exists($"/proc/{last.Pid}");
        }
    }
}
