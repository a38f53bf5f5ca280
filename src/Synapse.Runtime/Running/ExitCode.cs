namespace Synapse.Runtime.Running;

/// <summary>What a process says at its end; part of the plugin's public contract.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>Rolled back, or kept: a resume goes on.</summary>
    Failed = 1,

    /// <summary>Bad usage or params: nothing ran.</summary>
    Usage = 2,

    /// <summary>A rollback could not undo everything.</summary>
    RollbackIncomplete = 3,

    /// <summary>The journal cannot be written, or what it holds cannot be read.</summary>
    CannotJournal = 4,

    /// <summary>Another process works on the run.</summary>
    Held = 5,

    Interrupted = 130,
    Terminated = 143,
}
