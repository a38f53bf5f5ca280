using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>The states of a step as people say them.</summary>
internal static class StepWords
{
    public static string Of(StepState state) => state switch
    {
        StepState.Pending => "pending",
        StepState.Intent => "unfinished",
        StepState.Completed => "done",
        StepState.Skipped => "skipped",
        StepState.Failed => "failed",
        StepState.Undoing => "undo unfinished",
        StepState.Undone => "undone",
        _ => "undo failed",
    };
}
