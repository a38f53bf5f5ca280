using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>The engine's own events.</summary>
internal static class RunEvents
{
    public static void Started(RunWorld run, string type, IReadOnlyList<StepRow> steps) => run.Events.Enqueue(type, default, json =>
    {
        json.WriteString("action", run.Action.Name);
        json.WriteNumber("overall", run.Meter.Shown);
        json.WriteString("work_dir", run.Folder.Work);
        json.WriteStartArray("steps");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteNumber("weight", step.Weight);
            json.WriteString("state", step.State.ToText());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static void Step(RunWorld run, string type, int position, int? attempt, TimeSpan? duration = null, Exception? failure = null) =>
        run.Events.Enqueue(type, new EventPlace(run.Action.Steps[position].Name, attempt), json =>
        {
            json.WriteNumber("position", position);
            json.WriteNumber("overall", run.Meter.Shown);
            if (duration is { } took)
            {
                json.WriteNumber("ms", Math.Round(took.TotalMilliseconds, 3));
            }

            if (failure is not null)
            {
                WriteError(json, RunError.From(failure));
            }
        });

    /// <summary>An attempt failed, and there will be another one.</summary>
    public static void Retried(RunWorld run, int position, int attempt, CallEnd end, TimeSpan wait) =>
        run.Events.Enqueue(EventTypes.StepFailed, new EventPlace(run.Action.Steps[position].Name, attempt), json =>
        {
            json.WriteNumber("position", position);
            json.WriteNumber("ms", Math.Round(end.Duration.TotalMilliseconds, 3));
            json.WriteNumber("retry_ms", Math.Round(wait.TotalMilliseconds));
            WriteError(json, RunError.From(end.Failure!));
        });

    public static void Restarting(RunWorld run) => run.Events.Write(EventTypes.ProcessRestarts, default);

    public static void Skipped(RunWorld run, int position, string reason) =>
        run.Events.Enqueue(EventTypes.StepSkipped, new EventPlace(run.Action.Steps[position].Name), json =>
        {
            json.WriteNumber("position", position);
            json.WriteNumber("overall", run.Meter.Shown);
            json.WriteString("reason", reason);
        });

    public static void SurvivorsEnded(RunWorld run, IReadOnlyList<string> programs)
    {
        if (programs.Count > 0)
        {
            const string Template = "Ended what programs of an earlier process had left running: {Programs}";
            object?[] values = [string.Join(", ", programs)];
            run.Events.Write(
                EventTypes.Message,
                default,
                json =>
                {
                    json.WriteString("template", Template);
                    json.WriteString("text", MessageText.Format(Template, values));
                    json.WriteStartObject("args");
                    MessageText.WriteArguments(json, Template, values);
                    json.WriteEndObject();
                },
                MessageLevel.Warning.ToText());
        }
    }

    public static void RollbackStarted(RunWorld run, IEnumerable<string> steps) =>
        run.Events.Write(EventTypes.RollbackStarted, default, json =>
        {
            json.WriteStartArray("steps");
            foreach (var step in steps)
            {
                json.WriteStringValue(step);
            }

            json.WriteEndArray();
        });

    public static void Ended(RunWorld run, RunOutcome outcome) => run.Events.Write(EventTypes.RunEnded, default, json =>
    {
        json.WriteString("state", outcome.State?.ToText());
        json.WriteNumber("exit_code", (int)outcome.ExitCode);
        json.WriteNumber("overall", run.Meter.Shown);
        if (outcome.Error is { } error)
        {
            WriteError(json, error);
        }

        if (outcome.Leftovers.Count > 0)
        {
            json.WriteStartArray("leftovers");
            foreach (var leftover in outcome.Leftovers)
            {
                json.WriteStartObject();
                json.WriteString("step", leftover.Step);
                json.WriteString("reason", leftover.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (outcome.Result is { Length: <= OutputStore.InlineLimit } result)
        {
            json.WritePropertyName("result");
            json.WriteRawValue(result);
        }
    });

    private static void WriteError(Utf8JsonWriter json, RunError error)
    {
        json.WriteStartObject("error");
        error.WriteMembers(json);
        json.WriteEndObject();
    }
}
