using System.Text;
using System.Text.Json;

namespace Synapse.Runtime.Reporting;

/// <summary>What is known of a run from its events so far: the picture that reports draw.</summary>
internal sealed class RunView
{
    private readonly List<StepView> _steps = [];

    public string Run { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string? WorkDir { get; private set; }

    public IReadOnlyList<StepView> Steps => _steps;

    /// <summary>The step at work, forward or being undone.</summary>
    public StepView? Current { get; private set; }

    /// <summary>Percent of the whole run.</summary>
    public double Overall { get; private set; }

    public Pace OverallPace { get; private set; } = new();

    /// <summary>The newest metrics as one text, or null.</summary>
    public string? Metrics { get; private set; }

    public bool IsResumed { get; private set; }

    /// <summary>How a run that was taken up again is called: a rollback takes one up as well.</summary>
    public string ResumedAs { get; set; } = "resumed";

    /// <summary>How many steps will be undone; 0 while the run goes forward.</summary>
    public int ToUndo { get; private set; }

    public int Undone { get; private set; }

    public bool IsRollingBack => ToUndo > 0;

    public void Apply(RunEvent happened)
    {
        var data = happened.Data;
        if (data.Number("overall") is { } overall)
        {
            Overall = overall;
            OverallPace.Add(happened.Time, overall);
        }
        switch (happened.Type)
        {
            case EventTypes.RunStarted or EventTypes.RunResumed:
                Start(happened);
                break;
            case EventTypes.StepStarted or EventTypes.UndoStarted:
                Begin(happened);
                break;
            case EventTypes.StepCompleted:
                End(happened, StepPhase.Completed);
                break;
            case EventTypes.StepSkipped:
                End(happened, StepPhase.Skipped);
                break;
            case EventTypes.StepFailed or EventTypes.UndoFailed:
                End(happened, StepPhase.Failed);
                break;
            case EventTypes.UndoCompleted:
                Undone++;
                End(happened, StepPhase.Undone);
                break;
            case EventTypes.RollbackStarted:
                ToUndo = Math.Max(1, data.List("steps").Count());
                Current = null;
                Metrics = null;
                break;
            case EventTypes.Progress when happened.Step is not null:
                StepOf(happened).Progress(happened);
                break;
            case EventTypes.Metric:
                Metrics = MetricText(data);
                break;
        }
    }

    /// <summary>The step of an event; an event of a step that the start did not announce makes it known.</summary>
    public StepView StepOf(RunEvent happened)
    {
        var name = happened.Step ?? "";
        foreach (var step in _steps)
        {
            if (step.Name == name)
            {
                return step;
            }
        }
        var added = new StepView(name, _steps.Count + 1);
        _steps.Add(added);
        return added;
    }

    public static string MetricText(JsonElement data)
    {
        var text = new StringBuilder(data.Text("category"));
        if (data.Member("values") is { ValueKind: JsonValueKind.Object } values)
        {
            foreach (var value in values.EnumerateObject())
            {
                text.Append(' ').Append(value.Name).Append('=').Append(value.Value.ValueKind == JsonValueKind.Number
                    ? Amount.Metric(value.Value.GetDouble())
                    : data.Member("nan")?.Text(value.Name) ?? "nan");
            }
        }
        return text.ToString();
    }

    private void Start(RunEvent happened)
    {
        var data = happened.Data;
        (Run, Action) = (happened.Run, data.Text("action") ?? Action);
        WorkDir = data.Text("work_dir") ?? WorkDir;
        IsResumed |= happened.Type == EventTypes.RunResumed;
        _steps.Clear();
        foreach (var step in data.List("steps"))
        {
            _steps.Add(new StepView(step.Text("name") ?? "", _steps.Count + 1, Phase(step.Text("state"))));
        }
    }

    private static StepPhase Phase(string? state) => state switch
    {
        "completed" => StepPhase.Completed,
        "skipped" => StepPhase.Skipped,
        "failed" => StepPhase.Failed,
        "undone" => StepPhase.Undone,
        _ => StepPhase.Pending,
    };

    private void Begin(RunEvent happened)
    {
        Current = StepOf(happened);
        Current.Begin(happened);
        Metrics = null;
    }

    private void End(RunEvent happened, StepPhase phase)
    {
        StepOf(happened).End(happened, phase);
        Current = null;
    }
}
