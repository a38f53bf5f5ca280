namespace Synapse.Runtime.Reporting;

/// <summary>Plain lines for a pipe or a log: what happened, and a line of progress now and then.</summary>
internal sealed class PlainReport(TextWriter output, Look look, ReportLevel level) : IRunReport
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private DateTimeOffset _progressShown;
    private bool _ended;

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
            if (Line(happened) is { } line)
            {
                output.WriteLine(line);
                output.Flush();
            }
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _ended = true;
        }
    }

    public void Stopping()
    {
        lock (_gate)
        {
            output.WriteLine(ReportTexts.Stopping);
            output.Flush();
        }
    }

    private string? Line(RunEvent happened)
    {
        if (!EventLine.IsWanted(happened, level == ReportLevel.Quiet, level == ReportLevel.Verbose))
        {
            return null;
        }
        switch (happened.Type)
        {
            case EventTypes.RunStarted or EventTypes.RunResumed:
                _progressShown = happened.Time;
                return ReportTexts.Head(View);
            case EventTypes.Progress or EventTypes.Metric when happened.Time - _progressShown >= BetweenProgress:
                _progressShown = happened.Time;
                return $"  {Amount.Percent(View.Overall)} {ReportTexts.Current(View)}{(View.Metrics is null ? "" : "  " + PlainText.Line(View.Metrics))}";
            default:
                return EventLine.Of(happened, View, look);
        }
    }
}
