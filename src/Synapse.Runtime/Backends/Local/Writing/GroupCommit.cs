using Synapse.Backends;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>
/// Many callers, one thread that writes: each time a commit returned, whatever has queued up meanwhile is the next one.
/// </summary>
internal sealed class GroupCommit(IndexWriter writer) : IDisposable
{
    private const int MaxWrites = 1024;
    private const int JoinSpins = 20;
    private const long MaxBytes = 4 * 1024 * 1024;

    private readonly Queue<PendingWrite> _queue = new();
    private readonly List<PendingWrite> _group = new(MaxWrites);
    private readonly object _gate = new();
    private Thread? _thread;
    private bool _closed;
    private int _lastCount;

    /// <summary>Completes once the group that holds the change is durable; the token only ends the waiting.</summary>
    public Task<T> CommitAsync<T>(PendingWrite<T> write, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_closed)
            {
                write.Content?.Dispose();
                throw new ObjectDisposedException(nameof(LocalBackend));
            }

            _queue.Enqueue(write);
            if (_thread is null)
            {
                _thread = new Thread(Write) { IsBackground = true, Name = "local backend" };
                _thread.Start();
            }

            Monitor.Pulse(_gate);
        }

        return write.Done.WaitAsync(ct);
    }

    /// <summary>What is queued is still written.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        _thread?.Join();
        writer.Dispose();
    }

    private void Write()
    {
        while (Take())
        {
            try
            {
                writer.Commit(_group);
                _group.ForEach(static write => write.Complete());
            }
            catch (Exception e)
            {
                var cause = e is BackendException or StateException ? e : new BackendException($"The embedded backend failed: {e.Message}", e);
                _group.ForEach(write => write.Fail(cause));
            }

            _group.ForEach(static write => write.Content?.Dispose());
            _group.Clear();
        }
    }

    private bool Take()
    {
        if (!WaitForWrites())
        {
            return false;
        }

        LetOthersJoin();
        lock (_gate)
        {
            for (long bytes = 0; _group.Count < MaxWrites && bytes < MaxBytes && _queue.TryDequeue(out var write);)
            {
                bytes += write.Bytes;
                _group.Add(write);
            }

            _lastCount = _group.Count;
            return true;
        }
    }

    private bool WaitForWrites()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            return true;
        }
    }

    /// <summary>
    /// The callers of the last group come back one by one, and the first of them would have a commit of its own:
    /// a few slices of the processor, far less than a commit takes, halve the number of commits.
    /// </summary>
    private void LetOthersJoin()
    {
        var spin = default(SpinWait);
        while (_lastCount > 1 && spin.Count < JoinSpins)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
