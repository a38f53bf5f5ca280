using System.Text.Json;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary>What a rollback would do, without doing it.</summary>
internal static class RollbackPreview
{
    public static ExitCode Write(OneRun one, RunSnapshot run)
    {
        var action = one.Host.Plugin.Actions.FirstOrDefault(action => action.Name == run.Row.Action)
            ?? throw new UsageException($"Run {one.Short} is of action '{run.Row.Action}', which this plugin does not have.", $"See {one.Command("show")}");
        if (ResumeCheck.Refusal(action, run.Steps, one.Options.Force) is { } changed)
        {
            throw new UsageException($"{run.Row.Action}: {changed}", $"See {one.Command("show")}");
        }
        var undo = UndoPlan.Of(action, run.Steps);
        var stays = JournalReader.Look(one.Folder, StandingWork.Read)
            .Where(standing => undo.All(step => step.Position != standing.Row.Position)).ToList();
        if (one.Options.Json)
        {
            WriteJson(one.Host.Console.OutBytes, action, undo, stays);
        }
        else
        {
            WriteText(one, action, run, undo, stays);
        }
        return ExitCode.Done;
    }

    private static void WriteText(OneRun one, ActionDescriptor action, RunSnapshot run, List<StepRow> undo, List<StandingStep> stays)
    {
        var writer = one.Host.Console.Out;
        var name = $"{run.Row.Action} {one.Short}";
        writer.WriteLine(undo.Count == 0 ? $"{name}: a rollback would undo nothing." : $"{name}: a rollback would undo {Amount.Of(undo.Count, "step")}, in this order:");
        foreach (var step in undo)
        {
            writer.WriteLine($"  {step.Name}, {StepWords.Of(step.State)}");
        }
        if (stays.Count > 0)
        {
            writer.WriteLine("It would not undo:");
            foreach (var standing in stays)
            {
                writer.WriteLine(PlainText.Line($"  {standing.Row.Name}: {StandingText.Reason(standing.Row, action.Steps[standing.Row.Position])}; {What(standing)}"));
            }
        }
        writer.WriteLine("Nothing was done.");
    }

    private static string What(StandingStep standing)
    {
        var items = standing.Loops.Sum(static loop => loop.Done + loop.InDoubt);
        return items > 0 ? Amount.Of(items, "item") : Amount.Of(standing.Calls.Count, "call");
    }

    private static void WriteJson(Stream output, ActionDescriptor action, List<StepRow> undo, List<StandingStep> stays)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("undo");
            foreach (var step in undo)
            {
                json.WriteStringValue(step.Name);
            }
            json.WriteEndArray();
            json.WriteStartArray("stays");
            foreach (var standing in stays)
            {
                json.WriteStartObject();
                json.WriteString("step", standing.Row.Name);
                json.WriteString("reason", StandingText.Reason(standing.Row, action.Steps[standing.Row.Position]));
                json.WriteNumber("calls", standing.Calls.Count);
                json.WriteNumber("items", standing.Loops.Sum(static loop => loop.Done + loop.InDoubt));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
