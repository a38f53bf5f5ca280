using Synapse.Runtime.Journal.Items;

namespace Synapse.Runtime.Journal.Records;

internal sealed record LoopOpened(long Loop, int Position, JournalPhase Phase, string Name) : JournalRecord;

/// <summary>What a step wrote row by row; the rows of an earlier attempt go first.</summary>
internal sealed record RowsAppended(long Loop, int Attempt, long FirstOrdinal, IReadOnlyList<byte[]> Rows) : JournalRecord
{
    public override bool IsProgress => true;
}

internal sealed record RowsDropped(long Loop) : JournalRecord;

/// <summary>Claims and results of items, in the order in which they are applied.</summary>
internal sealed record ItemsMoved(ReadOnlyMemory<ItemMove> Moves) : JournalRecord
{
    public override bool IsProgress
    {
        get
        {
            foreach (ref readonly var move in Moves.Span)
            {
                if (move.State != ItemState.Claimed)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
