namespace Synapse.Runtime.Reporting;

/// <summary>
/// The run's overall progress: the weighted mean of its steps. What is shown never falls, and is 100 only once
/// the run's end is journaled.
/// </summary>
internal sealed class ProgressMeter
{
    private const double BeforeTheEnd = 99.99;

    private readonly Lock _gate = new();
    private readonly double[] _weights;
    private readonly double[] _fractions;
    private readonly double _total;
    private double _sum;
    private double _shown;

    public ProgressMeter(IReadOnlyList<double> weights, double highWater)
    {
        _weights = [.. weights];
        _fractions = new double[weights.Count];
        _total = Math.Max(weights.Sum(), double.Epsilon);
        _shown = highWater;
    }

    /// <summary>Percent.</summary>
    public double Shown
    {
        get
        {
            lock (_gate)
            {
                return _shown;
            }
        }
    }

    /// <summary>A retry or resume starts its step anew; what is shown stays.</summary>
    public void Restart(int step)
    {
        lock (_gate)
        {
            _sum -= _weights[step] * _fractions[step];
            _fractions[step] = 0;
        }
    }

    public void Finish(int step) => Advance(step, 1);

    /// <summary>What is now shown if this raised it, else null. A total that grows does not turn progress back.</summary>
    public double? Advance(int step, double fraction)
    {
        // Many threads may report very often; most of it is no news.
        if (!double.IsFinite(fraction) || fraction <= Volatile.Read(ref _fractions[step]))
        {
            return null;
        }

        lock (_gate)
        {
            var reached = Math.Max(_fractions[step], Math.Clamp(fraction, 0, 1));
            _sum += _weights[step] * (reached - _fractions[step]);
            _fractions[step] = reached;
            var shown = Math.Min(BeforeTheEnd, 100 * _sum / _total);
            return shown > _shown ? _shown = shown : null;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _shown = 100;
        }
    }

    public double Fraction(int step)
    {
        lock (_gate)
        {
            return _fractions[step];
        }
    }
}
