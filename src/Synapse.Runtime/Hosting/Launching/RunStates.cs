using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>The states that runs can be chosen by: those of the journal, and two that a journal cannot tell.</summary>
internal static class RunStates
{
    /// <summary>Its process is gone without a word.</summary>
    public const string Crashed = "crashed";

    /// <summary>Its journal is damaged.</summary>
    public const string Unreadable = "unreadable";

    public static readonly IReadOnlyList<string> Choosable =
    [
        RunState.Completed.ToText(), RunState.RolledBack.ToText(), RunState.Abandoned.ToText(), RunState.Failed.ToText(),
        RunState.Stopped.ToText(), RunState.RollbackIncomplete.ToText(), Crashed, Unreadable,
    ];

    /// <summary>States in which nobody will do anything with a run any more.</summary>
    public static readonly IReadOnlyList<string> Final =
        [RunState.Completed.ToText(), RunState.RolledBack.ToText(), RunState.Abandoned.ToText()];

    /// <summary>The state of a run that nobody works on.</summary>
    public static string Of(RunRow row) => row.State is RunState.Running or RunState.RollingBack ? Crashed : row.State.ToText();
}
