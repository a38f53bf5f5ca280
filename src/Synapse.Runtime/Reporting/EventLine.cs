namespace Synapse.Runtime.Reporting;

/// <summary>One event as one line for people; what pipes and <c>logs</c> show, and what stays above the progress bar of a terminal.</summary>
internal static class EventLine
{
    /// <summary>The line, or null for an event that says nothing alone. The view has already taken the event.</summary>
    public static string? Of(RunEvent happened, RunView view, Look look)
    {
        var data = happened.Data;
        return happened.Type switch
        {
            EventTypes.StepCompleted => $"{look.Done} {Place(happened, view)} {look.Dim(Facts(happened, view))}",
            EventTypes.StepSkipped => $"{look.Skipped} {Place(happened, view)} skipped: {Safe(data.Text("reason"))}",
            EventTypes.StepFailed when data.Milliseconds("retry_ms") is { } wait =>
                "  " + look.Message(MessageLevel.Warning, $"{Place(happened, view)} failed after {Took(happened)}, again in {Amount.Duration(wait)}: {Safe(data.Error())}"),
            EventTypes.ProcessRestarts => "  " + look.Message(MessageLevel.Warning, "warning: The step does not stop: the process starts anew and goes on with the run."),
            EventTypes.StepFailed => $"{look.Failed} {Place(happened, view)} after {Took(happened)}: {Safe(data.Error())}",
            EventTypes.RollbackStarted => look.Bold(data.List("steps").Count() is > 0 and var steps ? $"Undoing {Amount.Of(steps, "step")}, last first" : "Nothing to undo"),
            EventTypes.UndoCompleted => $"{look.Undone} {happened.Step} {look.Dim(Took(happened))}",
            EventTypes.UndoFailed => $"{look.Failed} {happened.Step} could not be undone: {Safe(data.Error())}",
            EventTypes.Message or EventTypes.ProcessOutput => Message(happened, look),
            _ => null,
        };
    }

    public static MessageLevel Level(RunEvent happened) => MessageLevels.Parse(happened.Level) ?? MessageLevel.Info;

    /// <summary>Whether the event is shown under <c>--quiet</c>, or only under <c>--verbose</c>.</summary>
    public static bool IsWanted(RunEvent happened, bool quiet, bool verbose) => happened.Type switch
    {
        EventTypes.Message or EventTypes.ProcessOutput => Level(happened) switch
        {
            MessageLevel.Debug => verbose,
            >= MessageLevel.Warning => true,
            _ => !quiet,
        },
        EventTypes.StepFailed or EventTypes.UndoFailed or EventTypes.ProcessRestarts => true,
        _ => !quiet,
    };

    private static string Message(RunEvent happened, Look look)
    {
        var level = Level(happened);
        var prefix = level switch
        {
            MessageLevel.Debug => "debug: ",
            MessageLevel.Warning => "warning: ",
            MessageLevel.Danger or MessageLevel.Error => "error: ",
            _ => "",
        };
        var text = Safe(happened.Data.Text("text") ?? happened.Data.Text("template")).Replace("\n", "\n  ", StringComparison.Ordinal);
        return "  " + look.Message(level, prefix + text);
    }

    private static string Place(RunEvent happened, RunView view)
    {
        var step = view.StepOf(happened);
        return $"{step.Number}/{view.Steps.Count} {step.Name}";
    }

    /// <summary>The last metrics of a step are what people want to read of it afterwards.</summary>
    private static string Facts(RunEvent happened, RunView view)
    {
        var rows = happened.Data.Whole("rows") is { } count ? $", {Amount.Of(count, "row")}" : "";
        return Took(happened) + rows + (view.Metrics is { } metrics ? "  " + PlainText.Line(metrics) : "");
    }

    private static string Took(RunEvent happened) => Amount.Duration(happened.Data.Milliseconds("ms") ?? TimeSpan.Zero);

    private static string Safe(string? text) => PlainText.Safe(text ?? "");
}
