using System.Text.Json;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Testing;

/// <summary>Reads an action's result back from what the run journaled.</summary>
internal static class Results
{
    public static TResult? Value<TParams, TResult>(ActionDescriptor<TParams, TResult> action, RunOutcome outcome)
    {
        if (action.Result is null || outcome.Result is null)
        {
            return default;
        }

        var reader = new Utf8JsonReader(outcome.Result);
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? default : action.Result.Read(ref reader);
    }

    /// <summary>The rows in memory: they outlive the test's folder.</summary>
    public static DurableList<TRow>? Rows<TRow>(ActionDescriptor action, StateFolder state, RunOutcome outcome)
    {
        if (outcome is not { ExitCode: ExitCode.Done, Run: { } run } || action.ResultStep < 0)
        {
            return null;
        }

        return JournalReader.Look(RunFolder.At(state, run), database =>
            JournalReader.ReadSteps(database)[action.ResultStep].Output is { } output
                ? new DurableList<TRow>(Rows<TRow>(database, output))
                : null);
    }

    private static List<TRow> Rows<TRow>(SqliteDatabase database, StepOutput output)
    {
        using var reference = JsonDocument.Parse(output.Inline);
        var loop = reference.RootElement.GetProperty(RowsOutput.Member).GetInt64();
        var codec = LoopCodecs.Get<TRow>();
        var rows = new List<TRow>();
        for (long after = -1; ItemReader.Page(database, loop, ItemState.Done, after) is { Count: > 0 } page; after = page[^1].Ordinal)
        {
            foreach (var row in page)
            {
                var reader = new Utf8JsonReader(row.Result);
                reader.Read();
                rows.Add(codec.Read(ref reader));
            }
        }

        return rows;
    }
}
