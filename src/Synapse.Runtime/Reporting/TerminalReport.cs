namespace Synapse.Runtime.Reporting;

/// <summary>
/// For a person at a terminal: finished steps and messages scroll by, and below them stand the step at work, the bar of the
/// whole run and the newest metrics, drawn again at most ten times a second.
/// </summary>
internal sealed class TerminalReport : IRunReport, IDisposable
{
    private const int BetweenDrawsMs = 100;
    private const int HeartbeatMs = 500;

    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private readonly Look _look;
    private readonly ReportLevel _level;
    private readonly LiveArea _live;
    private readonly TimeProvider _clock;
    private readonly ITimer _heartbeat;
    private long _drawn;
    private bool _stopping;
    private bool _ended;

    public TerminalReport(TextWriter output, Look look, ReportLevel level, Func<int> width, TimeProvider clock)
    {
        (_output, _look, _level, _clock) = (output, look, level, clock);
        _live = new LiveArea(output, width);
        _heartbeat = clock.CreateTimer(_ => Beat(), null, TimeSpan.FromMilliseconds(HeartbeatMs), TimeSpan.FromMilliseconds(HeartbeatMs));
    }

    public RunView View { get; } = new();

    public void Write(RunEvent happened)
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }
            View.Apply(happened);
            var line = Line(happened);
            if (line is not null)
            {
                _live.Erase();
                _output.WriteLine(line);
            }
            if (line is not null || _clock.GetElapsedTime(_drawn).TotalMilliseconds >= BetweenDrawsMs)
            {
                Draw();
            }
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _ended = true;
                _live.Erase();
                _output.Flush();
            }
        }
        _heartbeat.Dispose();
    }

    public void Stopping()
    {
        lock (_gate)
        {
            _stopping = true;
            Draw();
        }
    }

    public void Dispose() => Complete();

    private string? Line(RunEvent happened)
    {
        if (!EventLine.IsWanted(happened, _level == ReportLevel.Quiet, _level == ReportLevel.Verbose))
        {
            return null;
        }
        return happened.Type is EventTypes.RunStarted or EventTypes.RunResumed
            ? _look.Bold(ReportTexts.Head(View))
            : EventLine.Of(happened, View, _look);
    }

    /// <summary>Time passes on the screen although nothing is reported.</summary>
    private void Beat()
    {
        lock (_gate)
        {
            if (!_ended && View.Current is not null)
            {
                Draw();
            }
        }
    }

    private void Draw()
    {
        if (_ended || _level == ReportLevel.Quiet)
        {
            _output.Flush();
            return;
        }
        _drawn = _clock.GetTimestamp();
        var now = _clock.GetUtcNow();
        _live.Show(Lines(now));
    }

    private List<string> Lines(DateTimeOffset now)
    {
        var lines = new List<string>(4);
        if (View.Current is { } step)
        {
            lines.Add($"  {ReportTexts.Current(View)}  {Amount.Elapsed(now - step.Started)}");
        }
        if (View.IsRollingBack)
        {
            lines.Add($"  {ProgressBar.Draw((double)View.Undone / View.ToUndo, _look.Unicode)} undone {View.Undone}/{View.ToUndo}");
        }
        else if (View.Steps.Count > 0)
        {
            var eta = View.OverallPace.Until(100) is { } left ? $"  about {Amount.Guess(left)} left" : "";
            lines.Add($"  {ProgressBar.Draw(View.Overall / 100, _look.Unicode)} {Amount.Percent(View.Overall)}{eta}");
        }
        if (View.Metrics is { } metrics)
        {
            lines.Add("  " + PlainText.Line(metrics));
        }
        if (_stopping)
        {
            lines.Add(ReportTexts.Stopping);
        }
        return lines;
    }
}
