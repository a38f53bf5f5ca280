using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Running;

/// <summary>How the work of this process on a run ended. Everything in it is already journaled.</summary>
internal sealed record RunOutcome(ExitCode ExitCode)
{
    /// <summary>The run, unless nothing was started.</summary>
    public RunId? Run { get; init; }

    public RunState? State { get; init; }

    /// <summary>What failed first, if anything did.</summary>
    public RunError? Error { get; init; }

    /// <summary>Why nothing ran, or what is wrong with the journal; null when <see cref="Error"/> says it.</summary>
    public string? Message { get; init; }

    /// <summary>All that is wrong with the params, when the exit code is 2 for them.</summary>
    public IReadOnlyList<ParamError> ParamErrors { get; init; } = [];

    /// <summary>What a rollback could not undo.</summary>
    public IReadOnlyList<Leftover> Leftovers { get; init; } = [];

    /// <summary>A body that does not stop still runs: another process, after the end of this one, must go on with the run at once.</summary>
    public bool MustRestart { get; init; }

    /// <summary>The action's result as JSON, if it has one that is not rows.</summary>
    public byte[]? Result { get; init; }
}

/// <summary>A step that still stands, or may, and why.</summary>
internal sealed record Leftover(string Step, string Reason);
