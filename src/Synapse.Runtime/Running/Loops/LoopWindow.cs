namespace Synapse.Runtime.Running.Loops;

/// <summary>
/// How far claims may run ahead of results: wide for quick items, so that a commit holds many; narrow for slow ones,
/// so that few are in doubt after a crash.
/// </summary>
internal sealed class LoopWindow
{
    public const int MaxAhead = 1024;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(5);

    private readonly int _parallelism;
    private int _ahead;
    private bool _slow;

    public LoopWindow(int parallelism) => _parallelism = _ahead = parallelism;

    /// <summary>At most this many items may be claimed and not finished.</summary>
    public int Limit => _parallelism + (_slow ? _parallelism : Math.Min(MaxAhead, _ahead));

    public void BatchCommitted(int finished) => _ahead = Math.Max(_parallelism, 2 * finished);

    public void BodyTook(TimeSpan duration) => _slow = duration > Slow;
}
