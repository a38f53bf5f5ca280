namespace Synapse.Runtime.Journal.Records;

internal sealed record UndoStarted(int Position, int Attempt) : JournalRecord;

internal sealed record UndoCompleted(int Position, TimeSpan Duration) : JournalRecord
{
    public override bool IsProgress => true;
}

internal sealed record UndoFailed(int Position, RunError Error, TimeSpan Duration) : JournalRecord;
