namespace Synapse.Runtime.Running.Loops;

/// <summary>Holds claims back while too many items are claimed and not durably finished.</summary>
internal sealed class ClaimGate(LoopWindow window)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiting;
    private long _outstanding;
    private bool _open;

    public async ValueTask WaitAsync(CancellationToken stop)
    {
        while (!TryPass(out var wait))
        {
            await wait.WaitAsync(stop);
        }
    }

    public void Finished()
    {
        lock (_gate)
        {
            _outstanding--;
        }
    }

    public void BatchCommitted(int finished)
    {
        TaskCompletionSource? waiting = null;
        lock (_gate)
        {
            window.BatchCommitted(finished);
            if (_outstanding < window.Limit)
            {
                (waiting, _waiting) = (_waiting, null);
            }
        }

        waiting?.SetResult();
    }

    /// <summary>Lets whoever waits pass for good, to find out that the loop has failed.</summary>
    public void Open()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _open = true;
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.SetResult();
    }

    private bool TryPass(out Task wait)
    {
        lock (_gate)
        {
            if (_open || _outstanding < window.Limit)
            {
                _outstanding++;
                wait = Task.CompletedTask;
                return true;
            }

            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            wait = _waiting.Task;
            return false;
        }
    }
}
