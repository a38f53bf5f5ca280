namespace Synapse.Runtime.Journal;

// The numbers are stored in journals: they are never changed or used again.

internal enum RunState
{
    Running = 0,
    Stopped = 1,
    Failed = 2,
    RollingBack = 3,
    RolledBack = 4,
    RollbackIncomplete = 5,
    Completed = 6,

    /// <summary>Given up by a person: what it made stays listed, and it is never resumed.</summary>
    Abandoned = 7,
}

internal enum StepState
{
    Pending = 0,
    Intent = 1,
    Completed = 2,
    Skipped = 3,
    Failed = 4,
    Undoing = 5,
    Undone = 6,
    UndoFailed = 7,
}

internal enum ItemState
{
    Claimed = 0,
    Done = 1,
    Failed = 2,
    Undone = 3,
}

internal enum EffectState
{
    Intent = 0,
    Done = 1,
    Undone = 2,
    Assumed = 3,
}

/// <summary>How surely a backend can tell whether a call in doubt took effect.</summary>
internal enum EffectMode
{
    Exact = 0,
    ByContent = 1,
    Manual = 2,
}

internal enum JournalPhase
{
    Forward = 0,
    Rollback = 1,

    /// <summary>Rows of a step's own output; they have no keys.</summary>
    Output = 2,
}

internal enum AttemptCause
{
    First = 0,
    Retry = 1,
    Resume = 2,
    Force = 3,
    Rollback = 4,
}

internal enum AttemptOutcome
{
    Completed = 0,
    Failed = 1,
    Interrupted = 2,
    Crashed = 3,
}
