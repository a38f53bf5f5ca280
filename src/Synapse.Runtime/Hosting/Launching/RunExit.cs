using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>The exit code of the process that ended a run.</summary>
internal static class RunExit
{
    /// <summary>
    /// What that process wrote as its last event. Events may be lost to a full disk, and then the state decides, which does
    /// not know which signal came.
    /// </summary>
    public static ExitCode Of(RunFolder folder, RunRow row) => Last(folder, row.State) ?? row.State switch
    {
        RunState.Completed => ExitCode.Done,
        RunState.RolledBack => row.UndoAsked ? ExitCode.Done : ExitCode.Failed,
        RunState.RollbackIncomplete => ExitCode.RollbackIncomplete,
        RunState.Stopped => row.Error is null ? ExitCode.Interrupted : ExitCode.CannotJournal,
        RunState.RollingBack => ExitCode.Interrupted,
        _ => ExitCode.Failed,
    };

    private static ExitCode? Last(RunFolder folder, RunState state) =>
        EventReader.Last(folder.Events) is { Type: EventTypes.RunEnded } ended
        && ended.Data.Text("state") == state.ToText()
        && ended.Data.Whole("exit_code") is { } code
            ? (ExitCode)code
            : null;
}
