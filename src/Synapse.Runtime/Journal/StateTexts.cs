namespace Synapse.Runtime.Journal;

/// <summary>States as people and machines read them: <c>rolled_back</c>.</summary>
internal static class StateTexts
{
    public static string ToText(this RunState state) => state switch
    {
        RunState.Running => "running",
        RunState.Stopped => "stopped",
        RunState.Failed => "failed",
        RunState.RollingBack => "rolling_back",
        RunState.RolledBack => "rolled_back",
        RunState.RollbackIncomplete => "rollback_incomplete",
        RunState.Abandoned => "abandoned",
        _ => "completed",
    };

    public static string ToText(this StepState state) => state switch
    {
        StepState.Pending => "pending",
        StepState.Intent => "running",
        StepState.Completed => "completed",
        StepState.Skipped => "skipped",
        StepState.Failed => "failed",
        StepState.Undoing => "undoing",
        StepState.Undone => "undone",
        _ => "undo_failed",
    };

    public static string ToText(this AttemptCause cause) => cause switch
    {
        AttemptCause.First => "first",
        AttemptCause.Retry => "retry",
        AttemptCause.Resume => "resume",
        AttemptCause.Force => "force",
        _ => "rollback",
    };

    public static string ToText(this AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Completed => "completed",
        AttemptOutcome.Failed => "failed",
        AttemptOutcome.Interrupted => "interrupted",
        _ => "crashed",
    };

    public static string ToText(this EffectState state) => state switch
    {
        EffectState.Intent => "in_doubt",
        EffectState.Done => "done",
        EffectState.Undone => "undone",
        _ => "assumed",
    };
}
