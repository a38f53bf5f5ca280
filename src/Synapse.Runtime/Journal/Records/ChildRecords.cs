namespace Synapse.Runtime.Journal.Records;

/// <summary>A program was started for a step and waits for this to be durable. <see cref="Session"/> is null if it was started directly.</summary>
internal sealed record ChildStarted(
    long Id, int Position, int Attempt, int Pid, int? Session, long Started, string Program) : JournalRecord;

/// <summary>Nothing of a program is left running.</summary>
internal sealed record ChildEnded(long Id) : JournalRecord;
