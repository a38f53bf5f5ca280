namespace Synapse.Backend.Tests.Support;

/// <summary>Waiting takes no time, but the clock goes on by it.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<(long Due, Action Fire)> _limits = [];
    private long _now;

    /// <summary>What was waited for, in seconds; what is longer than a minute is a limit and no waiting.</summary>
    public List<double> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (dueTime > Limit)
            {
                _limits.Add((_now + dueTime.Ticks, () => callback(state)));
                return new Fired();
            }

            Waits.Add(dueTime.TotalSeconds);
            Advance(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Fired();
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _now += time.Ticks;
            foreach (var (_, fire) in _limits.Where(limit => limit.Due <= _now))
            {
                fire();
            }
        }
    }

    private sealed class Fired : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
