using System.Globalization;
using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal.Salvage;

/// <summary>
/// Makes rows that were salvaged agree with each other. A step whose output is not whole counts as failed, so that a resume
/// runs it again: a list must never be shorter than it was without anybody knowing.
/// </summary>
internal sealed class SalvageRepair(SqliteDatabase database)
{
    public const string ErrorType = "Damaged";

    private readonly List<string> _lost = [];

    /// <summary>What is missing, in words.</summary>
    public IReadOnlyList<string> Run(IReadOnlyList<SalvagedTable> tables)
    {
        var steps = JournalReader.ReadSteps(database);
        var loops = JournalReader.ReadLoops(database);
        foreach (var loop in loops)
        {
            Recount(steps, loop);
        }

        foreach (var step in steps)
        {
            if (RowsOf(step) is { } id && loops.All(loop => loop.Id != id))
            {
                Fail(step, "the list of its rows is lost");
            }
        }

        foreach (var table in tables.Where(static table => table.HasGaps && table.Name != "item"))
        {
            _lost.Add(Words(table.Name));
        }

        if (_lost.Count > 0)
        {
            EndAsFailed();
        }

        return _lost;
    }

    private void Recount(List<StepRow> steps, LoopRow loop)
    {
        var (done, failed) = (Count(loop, ItemState.Done), Count(loop, ItemState.Failed));
        database.Execute($"UPDATE loop SET done={Text(done)}, failed={Text(failed)} WHERE id={Text(loop.Id)}");
        var missing = loop.Done + loop.Failed - done - failed;
        if (missing <= 0)
        {
            return;
        }

        var step = steps.Find(step => step.Position == loop.Position);
        var name = step?.Name ?? Text(loop.Position);
        _lost.Add(loop.Phase == JournalPhase.Rollback
            ? $"{missing} items that the rollback of step {name} had undone: it may undo them again"
            : $"{missing} of {loop.Done + loop.Failed} {(loop.Phase == JournalPhase.Output ? "rows" : "items")} of step {name}");
        if (step is not null && RowsOf(step) == loop.Id)
        {
            Fail(step, $"{missing} of its {loop.Done} rows are lost");
        }
    }

    private long Count(LoopRow loop, ItemState state) => database.QueryInt64(
        $"SELECT count(*) FROM item WHERE id BETWEEN {Text(ItemId.First(loop.Id))} AND {Text(ItemId.Last(loop.Id))} AND state={(int)state}");

    private void Fail(StepRow step, string reason)
    {
        if (step.State is not (StepState.Completed or StepState.Skipped))
        {
            return;
        }

        using var update = database.Prepare("UPDATE step SET state=?2, error=?3, output=NULL, output_file=NULL WHERE pos=?1");
        update.Bind(1, step.Position).Bind(2, (int)StepState.Failed)
            .Bind(3, new RunError(ErrorType, $"Its journal was damaged and {reason}; a resume runs the step again.", Step: step.Name).ToJson()).Run();
        _lost.Add($"the output of step {step.Name}: a resume runs it again");
    }

    /// <summary>Only what is undone, or to be undone, keeps its state: it must not go forward again.</summary>
    private void EndAsFailed()
    {
        using var update = database.Prepare(
            "UPDATE run SET error=?1, state=CASE WHEN state IN (?2, ?3, ?4, ?5) OR NOT EXISTS (SELECT 1 FROM step WHERE state NOT IN (?6, ?7)) THEN state ELSE ?8 END");
        update.Bind(1, new RunError(ErrorType, $"The journal was damaged. Lost: {string.Join("; ", _lost)}.").ToJson())
            .Bind(2, (int)RunState.RollingBack).Bind(3, (int)RunState.RolledBack).Bind(4, (int)RunState.RollbackIncomplete).Bind(5, (int)RunState.Abandoned)
            .Bind(6, (int)StepState.Completed).Bind(7, (int)StepState.Skipped).Bind(8, (int)RunState.Failed).Run();
    }

    private static long? RowsOf(StepRow step)
    {
        const string start = "{\"$rows\":";
        var text = step.Output?.Inline is { Length: < 64 } inline ? System.Text.Encoding.UTF8.GetString(inline) : "";
        return text.StartsWith(start, StringComparison.Ordinal) && long.TryParse(text.AsSpan(start.Length).TrimEnd('}'), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    private static string Words(string table) => table switch
    {
        "proc" => "some of the processes that worked on it",
        "attempt" => "some of the attempts of its steps",
        "loop" => "some of its loops: their items run again",
        "effect" => "some of the calls that create something: 'leftovers' does not list them",
        "child" => "some of the programs that its steps started: end them yourself if they still run",
        "wanted" => "some of the failed items that it was to retry: look at what its loops would take before you resume it",
        "pin" => "some of the versions that it had looked up: they are looked up again",
        _ => $"some rows of table {table}",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
