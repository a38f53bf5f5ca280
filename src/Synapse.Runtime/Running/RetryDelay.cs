namespace Synapse.Runtime.Running;

/// <summary>How long to wait before the next try: twice as long after each failure, with jitter so that many do not come back at once.</summary>
internal static class RetryDelay
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int MaxDoublings = 20;
    private const double Jitter = 0.25;

    /// <param name="first">The delay after the first failure, before jitter.</param>
    /// <param name="failures">Failures so far, from 1.</param>
    public static TimeSpan After(TimeSpan first, int failures)
    {
        var doubled = first.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, MaxDoublings));
        var jittered = doubled * (1 + (Jitter * ((2 * Random.Shared.NextDouble()) - 1)));
        return TimeSpan.FromMilliseconds(Math.Min(jittered, Longest.TotalMilliseconds));
    }
}
