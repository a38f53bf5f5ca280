using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>Turns what a step reports into the run's progress, and at most ten times a second into an event.</summary>
internal sealed class ProgressReporter(RunWorld run, int position, EventPlace place)
{
    private const long IntervalMilliseconds = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, double> _byCategory = new(StringComparer.Ordinal);
    private (string? Category, double Current, double? Total) _latest;
    private long _shownAt = -IntervalMilliseconds;
    private bool _due;

    /// <summary>Without a total the step's share stays; count and rate are still shown.</summary>
    public void Report(string? category, double current, double? total)
    {
        if (total is > 0 && !run.IsRollingBack && run.Meter.Advance(position, Fraction(category, current / total.Value)) is { } shown)
        {
            run.Journal.HighWater = shown;
        }

        lock (_gate)
        {
            _latest = (category, current, total);
            if (_due)
            {
                return;
            }

            var wait = _shownAt + IntervalMilliseconds - Environment.TickCount64;
            if (wait > 0)
            {
                ShowLater(wait);
                return;
            }

            _shownAt = Environment.TickCount64;
        }

        Show();
    }

    // An action without steps reports in the categories of its kind: each is an equal part of its one step.
    private double Fraction(string? category, double fraction)
    {
        var categories = run.Action.Categories;
        if (run.Action.IsStepped || categories.Count < 2 || category is null || !categories.Contains(new(category)))
        {
            return fraction;
        }

        lock (_gate)
        {
            _byCategory[category] = Math.Clamp(fraction, 0, 1);
            return _byCategory.Values.Sum() / categories.Count;
        }
    }

    // The last report before a silence must be seen too.
    private void ShowLater(long milliseconds)
    {
        _due = true;
        _ = Task.Delay(TimeSpan.FromMilliseconds(milliseconds)).ContinueWith(
            _ => ShowDue(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void ShowDue()
    {
        lock (_gate)
        {
            _due = false;
            _shownAt = Environment.TickCount64;
        }

        Show();
    }

    private void Show()
    {
        var (category, current, total) = _latest;
        run.Events.Write(EventTypes.Progress, place, json =>
        {
            json.WriteNumber("overall", run.Meter.Shown);
            json.WriteNumber("step_done", run.Meter.Fraction(position));
            if (category is not null)
            {
                json.WriteString("category", category);
            }

            WriteFinite(json, "current", current);
            if (total is { } known)
            {
                WriteFinite(json, "total", known);
            }
        });
    }

    private static void WriteFinite(System.Text.Json.Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
    }
}
