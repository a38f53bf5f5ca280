namespace Synapse.Runtime.Running;

/// <summary>
/// Where author's code is entered: one thread of the run, so that a run of plain steps starts no thread pool. After its
/// first true await a body goes on wherever its task does. A body that never comes back keeps the thread: the run must
/// not go on then.
/// </summary>
internal sealed class BodyThread : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<Entry> _entries = new();
    private bool _isStarted;
    private bool _isDone;

    /// <summary>The task of the body: it never runs, nor does any part of the body, on the caller's thread.</summary>
    public Task Run(Func<Task> body)
    {
        var entry = new Entry(body, ExecutionContext.Capture());
        lock (_gate)
        {
            _entries.Enqueue(entry);
            Monitor.Pulse(_gate);
            if (!_isStarted)
            {
                _isStarted = true;
                new Thread(Work) { IsBackground = true, Name = "steps" }.Start();
            }
        }

        return entry.Body.Unwrap();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDone = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Work()
    {
        while (Next() is { } entry)
        {
            entry.Enter();
        }
    }

    private Entry? Next()
    {
        lock (_gate)
        {
            Entry? entry;
            while (!_entries.TryDequeue(out entry) && !_isDone)
            {
                Monitor.Wait(_gate);
            }

            return entry;
        }
    }

    private sealed class Entry(Func<Task> body, ExecutionContext? context)
    {
        private readonly TaskCompletionSource<Task> _entered = new();

        public Task<Task> Body => _entered.Task;

        public void Enter()
        {
            if (context is null)
            {
                Call();
            }
            else
            {
                ExecutionContext.Run(context, static entry => ((Entry)entry!).Call(), this);
            }
        }

        private void Call()
        {
            try
            {
                _entered.SetResult(body());
            }
            catch (Exception e)
            {
                _entered.SetException(e);
            }
        }
    }
}
