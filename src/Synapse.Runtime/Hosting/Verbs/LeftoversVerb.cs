using System.Text;
using System.Text.Json;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Json;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class LeftoversVerb
{
    /// <summary>People look at some of each kind; JSON has all.</summary>
    private const int Shown = 20;

    private const int LongestAnswer = 100;

    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Leftovers, arguments, Leftovers);

    private static ExitCode Leftovers(OneRun one) => JournalReader.Look(one.Folder, database =>
    {
        var row = JournalReader.ReadRun(database);
        var action = one.Host.Plugin.Actions.FirstOrDefault(action => action.Name == row.Action);
        var steps = StandingWork.Read(database);
        if (one.Options.Json)
        {
            WriteJson(one.Host.Console.OutBytes, database, row, action, steps);
        }
        else
        {
            WriteText(one, database, row, action, steps);
        }
        return ExitCode.Done;
    });

    private static void WriteText(OneRun one, SqliteDatabase database, RunRow row, ActionDescriptor? action, IReadOnlyList<StandingStep> steps)
    {
        var writer = one.Host.Console.Out;
        var name = $"{row.Action} {one.Short}";
        if (steps.Count == 0)
        {
            writer.WriteLine($"{name}: nothing stands that the journal knows of.");
            return;
        }
        writer.WriteLine(row.State == RunState.Completed ? $"{name} is done; what it made stands:" : $"{name}: what stands, or may:");
        foreach (var step in steps)
        {
            writer.WriteLine();
            writer.WriteLine(PlainText.Line($"{step.Row.Name}: {StandingText.Reason(step.Row, Find(action, step))}"));
            foreach (var call in step.Calls.Take(Shown))
            {
                writer.WriteLine(PlainText.Line($"  {call.Kind} {StandingText.Ids(call.Reference)} {StandingText.State(call.State)}  {call.Digest}"));
            }
            WriteMore(writer, step.Calls.Count, "call");
            foreach (var loop in step.Loops)
            {
                foreach (var item in StandingWork.Items(database, loop).Take(Shown))
                {
                    var answer = item.Result is null ? "" : PlainText.Fit(Encoding.UTF8.GetString(item.Result), LongestAnswer);
                    writer.WriteLine(PlainText.Line($"  item {item.Key} {StandingText.State(item.State)}  {answer}"));
                }
                WriteMore(writer, loop.Done + loop.InDoubt, "item");
            }
        }
    }

    private static void WriteMore(TextWriter writer, long count, string noun)
    {
        if (count > Shown)
        {
            writer.WriteLine($"  and {Amount.Of(count - Shown, noun)} more; --json lists all");
        }
    }

    private static void WriteJson(Stream output, SqliteDatabase database, RunRow row, ActionDescriptor? action, IReadOnlyList<StandingStep> steps)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString("run", row.Id.Text);
            json.WriteString("action", row.Action);
            json.WriteString("state", row.State.ToText());
            json.WriteStartArray("steps");
            foreach (var step in steps)
            {
                json.WriteStartObject();
                json.WriteString("step", step.Row.Name);
                json.WriteString("state", step.Row.State.ToText());
                json.WriteString("reason", StandingText.Reason(step.Row, Find(action, step)));
                WriteCalls(json, step);
                WriteItems(json, database, step);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteCalls(Utf8JsonWriter json, StandingStep step)
    {
        json.WriteStartArray("calls");
        foreach (var call in step.Calls)
        {
            json.WriteStartObject();
            json.WriteString("key", call.Key);
            json.WriteString("kind", call.Kind);
            json.WriteString("state", call.State.ToText());
            WriteAnswer(json, call.Reference is { } answer ? Encoding.UTF8.GetBytes(answer) : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter json, SqliteDatabase database, StandingStep step)
    {
        json.WriteStartArray("items");
        foreach (var loop in step.Loops)
        {
            foreach (var item in StandingWork.Items(database, loop))
            {
                json.WriteStartObject();
                json.WriteString("loop", loop.Row.Name);
                json.WriteString("key", item.Key);
                json.WriteString("state", item.State == ItemState.Done ? "done" : "in_doubt");
                WriteAnswer(json, item.Result);
                json.WriteEndObject();
                json.Flush();
            }
        }
        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, byte[]? answer)
    {
        if (answer is { Length: > 0 })
        {
            json.WritePropertyName("answer");
            json.WriteRawValue(answer);
        }
    }

    private static StepDescriptor? Find(ActionDescriptor? action, StandingStep step) =>
        action?.Steps.FirstOrDefault(known => known.Name == step.Row.Name);
}
