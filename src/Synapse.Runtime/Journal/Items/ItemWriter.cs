using Synapse.Runtime.Journal.Records;

namespace Synapse.Runtime.Journal.Items;

/// <summary>
/// Group commit without a timer: each time a commit returned, whatever has queued up meanwhile is the next one.
/// Claims go first, because bodies wait for them.
/// </summary>
internal sealed class ItemWriter : IDisposable
{
    public const int MaxBatch = 512;

    private readonly RunJournal _journal;
    private readonly Queue<ItemMove> _claims = new();
    private readonly Queue<ItemMove> _results = new();
    private readonly ItemMove[] _batch = new ItemMove[MaxBatch];
    private readonly object _gate = new();
    private Thread? _thread;
    private bool _busy;
    private bool _idle;
    private bool _closed;
    private Exception? _fault;

    public ItemWriter(RunJournal journal) => _journal = journal;

    public void Enqueue(in ItemMove move)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            ObjectDisposedException.ThrowIf(_closed, this);
            (move.State == ItemState.Claimed ? _claims : _results).Enqueue(move);
            if (_thread is null)
            {
                _thread = new Thread(Write) { IsBackground = true, Name = "journal" };
                _thread.Start();
            }

            if (_idle)
            {
                _idle = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Returns once everything that was queued before is durable.</summary>
    public void Drain()
    {
        lock (_gate)
        {
            while (_fault is null && (_busy || _claims.Count + _results.Count > 0))
            {
                Monitor.Wait(_gate);
            }

            ThrowIfBroken();
        }
    }

    /// <summary>Claims whose bodies will never start are forgotten; results never are.</summary>
    public void DropClaims(ItemLoop loop)
    {
        lock (_gate)
        {
            for (var left = _claims.Count; left > 0; left--)
            {
                var claim = _claims.Dequeue();
                if (claim.Loop != loop)
                {
                    _claims.Enqueue(claim);
                }
            }

            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        _thread?.Join();
    }

    private void Write()
    {
        while (Take() is var count and > 0)
        {
            var batch = _batch.AsMemory(0, count);
            try
            {
                _journal.Commit(new ItemsMoved(batch));
            }
            catch (Exception e)
            {
                Break(e, batch.Span);
                return;
            }

            Report(batch.Span);
        }
    }

    private int Take()
    {
        lock (_gate)
        {
            _busy = false;
            Monitor.PulseAll(_gate);
            while (_claims.Count + _results.Count == 0)
            {
                if (_closed)
                {
                    return 0;
                }

                _idle = true;
                Monitor.Wait(_gate);
            }

            _idle = false;
            var count = 0;
            while (count < MaxBatch && (_claims.TryDequeue(out var move) || _results.TryDequeue(out move)))
            {
                _batch[count++] = move;
            }

            _busy = true;
            return count;
        }
    }

    private static void Report(ReadOnlySpan<ItemMove> batch)
    {
        var finished = 0;
        for (var i = 0; i < batch.Length; i++)
        {
            ref readonly var move = ref batch[i];
            move.Loop.Observer.Durable(move);
            finished += move.State == ItemState.Claimed ? 0 : 1;
            if (i + 1 == batch.Length || batch[i + 1].Loop != move.Loop)
            {
                move.Loop.Observer.BatchCommitted(finished);
                finished = 0;
            }
        }
    }

    private void Break(Exception cause, ReadOnlySpan<ItemMove> batch)
    {
        var told = new HashSet<ItemLoop>();
        lock (_gate)
        {
            _fault = cause;
            foreach (var move in _claims.Concat(_results))
            {
                told.Add(move.Loop);
            }

            _claims.Clear();
            _results.Clear();
            _busy = false;
            Monitor.PulseAll(_gate);
        }

        foreach (ref readonly var move in batch)
        {
            told.Add(move.Loop);
        }

        foreach (var loop in told)
        {
            loop.Observer.Broken(cause);
        }
    }

    private void ThrowIfBroken()
    {
        if (_fault is { } fault)
        {
            throw fault as JournalException ?? new JournalException(fault.Message, fault);
        }
    }
}
