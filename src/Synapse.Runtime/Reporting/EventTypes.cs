namespace Synapse.Runtime.Reporting;

/// <summary>The values of <c>type</c>, each with the members of its <c>data</c>.</summary>
internal static class EventTypes
{
    /// <summary>action, steps: [{name, weight}], work_dir.</summary>
    public const string RunStarted = "run_started";

    /// <summary>action, steps: [{name, weight, state}], work_dir.</summary>
    public const string RunResumed = "run_resumed";

    /// <summary>state, exit_code, error?: {type, message}, leftovers?: [{step, reason}], result?: any.</summary>
    public const string RunEnded = "run_ended";

    /// <summary>A body does not stop: the process starts anew and goes on with the run.</summary>
    public const string ProcessRestarts = "process_restarts";

    /// <summary>position, cause.</summary>
    public const string StepStarted = "step_started";

    /// <summary>position, ms, rows?.</summary>
    public const string StepCompleted = "step_completed";

    /// <summary>position, reason.</summary>
    public const string StepSkipped = "step_skipped";

    /// <summary>position, ms, error: {type, message}, retry_ms? (time to the next attempt).</summary>
    public const string StepFailed = "step_failed";

    /// <summary>overall (percent), step_done (0..1 or null), category?, current?, total?. Coalesced: at most ten a second.</summary>
    public const string Progress = "progress";

    /// <summary>category, values: {name: number}; a value that is not finite is null and stands in nan: {name: text}.</summary>
    public const string Metric = "metric";

    /// <summary>template, text, args: {name: value}. Its <c>level</c> is the message's.</summary>
    public const string Message = "message";

    /// <summary>text, stream: stdout | stderr, program, pid: a line that a child process wrote. Its <c>level</c> is what the action chose.</summary>
    public const string ProcessOutput = "process_output";

    /// <summary>steps: names in the order in which they will be undone.</summary>
    public const string RollbackStarted = "rollback_started";

    /// <summary>position.</summary>
    public const string UndoStarted = "undo_started";

    /// <summary>position, ms.</summary>
    public const string UndoCompleted = "undo_completed";

    /// <summary>position, ms, error: {type, message}.</summary>
    public const string UndoFailed = "undo_failed";
}
