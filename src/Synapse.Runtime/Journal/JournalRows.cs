namespace Synapse.Runtime.Journal;

/// <summary>A run. <see cref="UndoAsked"/>: its rollback was asked for and did not follow from a failure.</summary>
internal sealed record RunRow(
    RunId Id, string Action, string ActionPrint, byte[] Params, string? Secrets, bool KeepOnFailure, string? Parent,
    RunState State, double HighWater, int Crashes, DateTimeOffset Created, DateTimeOffset? Ended, string? ResultStep, RunError? Error, bool UndoAsked);

internal sealed record StepRow(
    int Position, string Name, string Print, double Weight, StepState State, int Attempt, long? Sequence,
    DateTimeOffset? NotBefore, string? Reason, StepOutput? Output, string? ChildRun, string? OriginKey, RunError? Error);

internal sealed record AttemptRow(
    int Position, JournalPhase Phase, int Number, AttemptCause Cause, long Process, DateTimeOffset Started,
    TimeSpan? Duration, AttemptOutcome? Outcome, RunError? Error);

internal sealed record LoopRow(
    long Id, int Position, JournalPhase Phase, string Name, bool Sealed, long Done, long Failed);

internal sealed record EffectRow(string Key, string Kind, EffectMode Mode, string? Digest, EffectState State, string? Reference);

/// <summary>A program that is not known to have ended. <see cref="Boot"/> is that of the process that started it.</summary>
internal sealed record ChildRow(long Id, int Pid, int? Session, long Started, string Program, string? Boot);

internal sealed record ProcessRow(
    long Id, int Pid, string? Boot, string Host, string? PluginVersion, string? Binary, string? Arguments,
    DateTimeOffset Started, DateTimeOffset? Ended);
