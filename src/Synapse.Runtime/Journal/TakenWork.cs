using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>
/// What a new run takes over from another one: the outputs of the steps before a position. They count as skipped there, so
/// that a rollback of the new run leaves alone what the other one made.
/// </summary>
/// <param name="Source">The other run; its lock is held.</param>
/// <param name="Before">The first position that is not taken over.</param>
internal sealed record TakenWork(RunFolder Source, int Before)
{
    /// <summary>Output files first: they are durable before the rows that name them.</summary>
    public void CopyFiles(RunFolder target)
    {
        var from = new OutputStore(Source);
        var to = new OutputStore(target);
        foreach (var step in JournalReader.Look(Source, JournalReader.ReadSteps).Where(step => step.Position < Before))
        {
            if (step.Output?.File is { } file)
            {
                to.Take(file, from);
            }
        }
    }

    /// <summary>Inside the transaction that makes the new run.</summary>
    public void CopyRows(SqliteDatabase target) => JournalReader.Look(Source, source =>
    {
        CopySteps(source, target);
        foreach (var loop in JournalReader.ReadLoops(source).Where(loop => loop.Position < Before && loop.Phase != JournalPhase.Rollback))
        {
            CopyLoop(source, target, loop);
        }

        CopyPins(source, target);
        return 0;
    });

    private void CopySteps(SqliteDatabase source, SqliteDatabase target)
    {
        using var update = target.Prepare("UPDATE step SET state=?2, seq=?3, reason=?4, output=?5, output_file=?6 WHERE pos=?1");
        foreach (var step in JournalReader.ReadSteps(source).Where(step => step.Position < Before))
        {
            update.Bind(1, step.Position).Bind(2, (int)StepState.Skipped).Bind(3, step.Position + 1L)
                .Bind(4, step.State == StepState.Skipped ? step.Reason : $"taken over from run {Source.Id.Short}")
                .BindBlob(5, step.Output?.Inline).Bind(6, step.Output?.File?.ToString()).Run();
        }
    }

    private static void CopyLoop(SqliteDatabase source, SqliteDatabase target, LoopRow loop)
    {
        using var insert = target.Prepare("INSERT INTO loop(id, pos, phase, name, sealed, done, failed) VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)");
        insert.Bind(1, loop.Id).Bind(2, loop.Position).Bind(3, (int)loop.Phase).Bind(4, loop.Name).Bind(5, loop.Done).Bind(6, loop.Failed).Run();
        using var rows = source.Prepare("SELECT id, key, state, attempt, result, error FROM item WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
        using var row = target.Prepare("INSERT INTO item(id, key, state, attempt, result, error) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        rows.Bind(1, ItemId.First(loop.Id)).Bind(2, ItemId.Last(loop.Id));
        while (rows.Step())
        {
            row.Bind(1, rows.Int64(0)).Bind(2, rows.Text(1)).Bind(3, rows.Int64(2)).Bind(4, rows.Int64(3))
                .BindBlob(5, rows.Blob(4)).Bind(6, rows.Text(5)).Run();
        }
    }

    private static void CopyPins(SqliteDatabase source, SqliteDatabase target)
    {
        using var pins = source.Prepare("SELECT kind, id, version FROM pin");
        using var insert = target.Prepare("INSERT INTO pin(kind, id, version) VALUES (?1, ?2, ?3)");
        while (pins.Step())
        {
            insert.Bind(1, pins.Text(0)).Bind(2, pins.Text(1)).Bind(3, pins.Text(2)).Run();
        }
    }
}
