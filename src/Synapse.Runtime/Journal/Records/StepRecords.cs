namespace Synapse.Runtime.Journal.Records;

/// <summary>The body of an attempt is about to run.</summary>
internal sealed record StepStarted(int Position, int Attempt, AttemptCause Cause, DateTimeOffset? NotBefore = null) : JournalRecord;

internal sealed record StepCompleted(int Position, StepOutput? Output, TimeSpan Duration) : JournalRecord
{
    public override bool IsProgress => true;
}

internal sealed record StepSkipped(int Position, string Reason) : JournalRecord
{
    public override bool IsProgress => true;
}

internal sealed record StepFailed(int Position, RunError Error, TimeSpan Duration, DateTimeOffset? RetryAt = null) : JournalRecord;

/// <summary>The attempt was told to stop, and did; the step stays in flight.</summary>
internal sealed record StepInterrupted(int Position, TimeSpan Duration) : JournalRecord;

/// <summary>The child run that the step stands for, known before the child does anything.</summary>
internal sealed record ChildLinked(int Position, string ChildRun, string OriginKey) : JournalRecord;
