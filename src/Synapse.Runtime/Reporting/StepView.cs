namespace Synapse.Runtime.Reporting;

internal enum StepPhase
{
    Pending,
    Running,
    Completed,
    Skipped,
    Failed,
    Undone,
}

/// <summary>What is known of one step from the events so far.</summary>
internal sealed class StepView(string name, int number, StepPhase phase = StepPhase.Pending)
{
    public string Name { get; } = name;

    /// <summary>Its place in the plan, from 1.</summary>
    public int Number { get; } = number;

    public StepPhase Phase { get; private set; } = phase;

    public DateTimeOffset Started { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <summary>What the step said it is at, for instance <c>train</c>; null before it says anything.</summary>
    public string? Category { get; private set; }

    public double? Done { get; private set; }

    public double? Total { get; private set; }

    public Pace Pace { get; private set; } = new();

    public void Begin(RunEvent happened)
    {
        (Phase, Started) = (StepPhase.Running, happened.Time);
        (Category, Done, Total, Pace) = (null, null, null, new Pace());
    }

    public void Progress(RunEvent happened)
    {
        var data = happened.Data;
        var category = data.Text("category");
        if (category != Category)
        {
            (Category, Pace) = (category, new Pace());
        }
        (Done, Total) = (data.Number("current"), data.Number("total"));
        if (Done is { } done)
        {
            Pace.Add(happened.Time, done);
        }
    }

    public void End(RunEvent happened, StepPhase phase) =>
        (Phase, Duration) = (phase, happened.Data.Milliseconds("ms") ?? TimeSpan.Zero);
}
