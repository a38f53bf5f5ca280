namespace Synapse.Runtime.Running;

/// <summary>The time that one attempt may take. Its token is cancelled when that has passed, and when the run is to stop.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly CancellationToken _stop;

    public AttemptLimit(TimeSpan? timeout, CancellationToken stop)
    {
        _stop = stop;
        Timeout = timeout;
        if (timeout is { } time)
        {
            _source = CancellationTokenSource.CreateLinkedTokenSource(stop);
            _source.CancelAfter(time);
        }
    }

    public TimeSpan? Timeout { get; }

    public CancellationToken Token => _source?.Token ?? _stop;

    /// <summary>Whether the time is over; a stop of the run counts first, because it must never look like a failure.</summary>
    public bool HasPassed => _source is { IsCancellationRequested: true } && !_stop.IsCancellationRequested;

    public void Dispose() => _source?.Dispose();
}
