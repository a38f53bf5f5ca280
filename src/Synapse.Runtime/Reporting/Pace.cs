namespace Synapse.Runtime.Reporting;

/// <summary>
/// How fast a number grows: a moving average over half a minute of its growth per second. It says nothing before it has
/// seen three seconds, so that no estimate jumps at the start or after a resume.
/// </summary>
internal sealed class Pace
{
    private const double Window = 30;
    private const double Warmup = 3;
    private const double ShortestSample = 0.25;

    private DateTimeOffset? _first;
    private DateTimeOffset _last;
    private double _lastValue;
    private double _average;
    private double _weight;

    /// <summary>Growth per second, or null while too little is known.</summary>
    public double? PerSecond => _first is { } first && (_last - first).TotalSeconds >= Warmup && _weight > 0 ? _average / _weight : null;

    public void Add(DateTimeOffset time, double value)
    {
        if (_first is null || value < _lastValue)
        {
            Restart(time, value);
            return;
        }
        var seconds = (time - _last).TotalSeconds;
        if (seconds < ShortestSample)
        {
            return;
        }
        var share = 1 - Math.Exp(-seconds / Window);
        _average += share * ((value - _lastValue) / seconds - _average);
        _weight += share * (1 - _weight);
        (_last, _lastValue) = (time, value);
    }

    /// <summary>How long it takes to reach a value, or null while that is anyone's guess.</summary>
    public TimeSpan? Until(double value)
    {
        const double longest = 100 * 24 * 3600;
        if (PerSecond is not > 0 || value <= _lastValue)
        {
            return null;
        }
        var seconds = (value - _lastValue) / PerSecond.Value;
        return seconds < longest ? TimeSpan.FromSeconds(seconds) : null;
    }

    private void Restart(DateTimeOffset time, double value)
    {
        (_first, _last, _lastValue, _average, _weight) = (time, time, value, 0, 0);
    }
}
