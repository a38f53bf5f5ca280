namespace Synapse.Runtime.Journal.Items;

/// <summary>Adds up what a batch changes in the counts of its loops; nearly always there is one loop.</summary>
internal struct ItemTally
{
    private Dictionary<long, (long Done, long Failed)>? _others;
    private long _loop;
    private long _done;
    private long _failed;

    public void Add(in ItemMove move)
    {
        var done = Delta(move.State, ItemState.Done) - Delta(move.Before, ItemState.Done);
        var failed = Delta(move.State, ItemState.Failed) - Delta(move.Before, ItemState.Failed);
        if (_loop == 0 || _loop == move.Loop.Id)
        {
            _loop = move.Loop.Id;
            _done += done;
            _failed += failed;
            return;
        }

        _others ??= [];
        var (otherDone, otherFailed) = _others.GetValueOrDefault(move.Loop.Id);
        _others[move.Loop.Id] = (otherDone + done, otherFailed + failed);
    }

    public readonly void Flush(Action<long, long, long> count)
    {
        if (_loop != 0)
        {
            count(_loop, _done, _failed);
        }

        foreach (var (loop, (done, failed)) in _others ?? [])
        {
            count(loop, done, failed);
        }
    }

    private static int Delta(ItemState? state, ItemState counted) => state == counted ? 1 : 0;
}
