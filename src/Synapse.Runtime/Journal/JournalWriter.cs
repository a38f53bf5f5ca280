using Synapse.Runtime.Journal.Items;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Journal;

/// <summary>Turns records into rows. Runs inside the journal's transaction.</summary>
internal sealed class JournalWriter(SqliteDatabase database, long process, TimeProvider clock)
{
    private long _sequence = database.QueryInt64("SELECT coalesce(max(seq), 0) FROM step");

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public void Apply(JournalRecord record)
    {
        switch (record)
        {
            case ItemsMoved moved: Move(moved.Moves.Span); break;
            case StepStarted started: Start(started); break;
            case StepCompleted completed: Complete(completed); break;
            case StepSkipped skipped: Skip(skipped); break;
            case StepFailed failed: Fail(failed); break;
            case StepInterrupted interrupted: EndAttempt(interrupted.Position, interrupted.Duration, AttemptOutcome.Interrupted, null); break;
            case ChildLinked child: Link(child); break;
            case UndoStarted started: StartUndo(started); break;
            case UndoCompleted completed: CompleteUndo(completed); break;
            case UndoFailed failed: FailUndo(failed); break;
            case RunContinued: Continue(); break;
            case PlanRebound rebound: Rebind(rebound.Steps); break;
            case RollbackEntered entered: EnterRollback(entered); break;
            case CrashesTold: ClearCrashes(); break;
            case RunEnded ended: End(ended); break;
            case ProcessLeft: LeaveProcess(); break;
            case LoopOpened opened: Open(opened); break;
            case RowsAppended rows: Append(rows); break;
            case RowsDropped rows: Drop(rows.Loop); break;
            case EffectStarted effect: Start(effect); break;
            case EffectSettled effect: Settle(effect); break;
            case VersionPinned pin: Pin(pin); break;
            case ChildStarted child: Start(child); break;
            case ChildEnded child: End(child); break;
            default: throw new InvalidOperationException($"No rows for {record.GetType().Name}.");
        }
    }

    public void SetHighWater(double value) =>
        database.Cached("UPDATE run SET high_water=max(high_water, ?1)").Bind(1, value).Run();

    public void ClearCrashes() => database.Cached("UPDATE run SET crashes=0").Run();

    private void Start(StepStarted step)
    {
        var notBefore = step.NotBefore?.ToUnixTimeMilliseconds();
        database.Cached("UPDATE step SET state=1, attempt=?2, not_before_ms=?3 WHERE pos=?1")
            .Bind(1, step.Position).Bind(2, step.Attempt).Bind(3, notBefore).Run();
        BeginAttempt(step.Position, JournalPhase.Forward, step.Attempt, step.Cause, notBefore);
    }

    private void Complete(StepCompleted step)
    {
        database.Cached("UPDATE step SET state=2, seq=?2, output=?3, output_file=?4, error=NULL WHERE pos=?1")
            .Bind(1, step.Position).Bind(2, ++_sequence)
            .BindBlob(3, step.Output?.Inline).Bind(4, step.Output?.File?.ToString()).Run();
        database.Cached("UPDATE loop SET sealed=1 WHERE pos=?1").Bind(1, step.Position).Run();
        EndAttempt(step.Position, step.Duration, AttemptOutcome.Completed, null);
    }

    private void Skip(StepSkipped step) =>
        database.Cached("UPDATE step SET state=3, seq=?2, reason=?3, error=NULL WHERE pos=?1")
            .Bind(1, step.Position).Bind(2, ++_sequence).Bind(3, step.Reason).Run();

    private void Fail(StepFailed step)
    {
        var error = step.Error.ToJson();
        database.Cached("UPDATE step SET state=4, error=?2, not_before_ms=?3 WHERE pos=?1")
            .Bind(1, step.Position).Bind(2, error).Bind(3, step.RetryAt?.ToUnixTimeMilliseconds()).Run();
        EndAttempt(step.Position, step.Duration, AttemptOutcome.Failed, error);
    }

    private void Link(ChildLinked child) =>
        database.Cached("UPDATE step SET child_run=?2, origin_key=?3 WHERE pos=?1")
            .Bind(1, child.Position).Bind(2, child.ChildRun).Bind(3, child.OriginKey).Run();

    private void StartUndo(UndoStarted step)
    {
        database.Cached("UPDATE step SET state=5, attempt=?2 WHERE pos=?1")
            .Bind(1, step.Position).Bind(2, step.Attempt).Run();
        BeginAttempt(step.Position, JournalPhase.Rollback, step.Attempt, AttemptCause.Rollback);
    }

    private void CompleteUndo(UndoCompleted step)
    {
        database.Cached("UPDATE step SET state=6, error=NULL WHERE pos=?1").Bind(1, step.Position).Run();
        database.Cached(
                "UPDATE effect SET state=2 WHERE state IN (1, 3) AND key GLOB "
                + "(SELECT run_id FROM run) || '/' || (SELECT name FROM step WHERE pos=?1) || '/*'")
            .Bind(1, step.Position).Run();
        EndAttempt(step.Position, step.Duration, AttemptOutcome.Completed, null);
    }

    private void FailUndo(UndoFailed step)
    {
        var error = step.Error.ToJson();
        database.Cached("UPDATE step SET state=7, error=?2 WHERE pos=?1").Bind(1, step.Position).Bind(2, error).Run();
        EndAttempt(step.Position, step.Duration, AttemptOutcome.Failed, error);
    }

    private void BeginAttempt(int position, JournalPhase phase, int number, AttemptCause cause, long? notBefore = null) =>
        database.Cached("INSERT INTO attempt(pos, phase, number, cause, proc, started_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, position).Bind(2, (int)phase).Bind(3, number).Bind(4, (int)cause).Bind(5, process).Bind(6, notBefore ?? Now).Run();

    private void EndAttempt(int position, TimeSpan duration, AttemptOutcome outcome, string? error) =>
        database.Cached(
                "UPDATE attempt SET dur_us=?2, outcome=?3, error=?4 "
                + "WHERE id=(SELECT id FROM attempt WHERE pos=?1 ORDER BY id DESC LIMIT 1)")
            .Bind(1, position).Bind(2, (long)duration.TotalMicroseconds).Bind(3, (int)outcome).Bind(4, error).Run();

    private void Continue() => database.Cached("UPDATE run SET state=0, ended_ms=NULL, error=NULL").Run();

    private void EnterRollback(RollbackEntered entered) =>
        database.Cached("UPDATE run SET state=?1, ended_ms=NULL, error=coalesce(?2, error), undo_asked=max(undo_asked, ?3)")
            .Bind(1, (int)RunState.RollingBack).Bind(2, entered.Error?.ToJson()).Bind(3, entered.IsAsked ? 1 : 0).Run();

    private void Rebind(IReadOnlyList<PlannedStep> steps)
    {
        database.Cached("DELETE FROM step WHERE state=0").Run();
        for (var position = 0; position < steps.Count; position++)
        {
            database.Cached(
                    "INSERT INTO step(pos, name, print, weight) VALUES (?1, ?2, ?3, ?4) "
                    + "ON CONFLICT(pos) DO UPDATE SET print=?3, weight=?4")
                .Bind(1, position).Bind(2, steps[position].Name).Bind(3, steps[position].Print).Bind(4, steps[position].Weight).Run();
        }
    }

    private void End(RunEnded ended)
    {
        database.Cached("UPDATE run SET state=?1, ended_ms=?2, result=?3, error=coalesce(?4, error)")
            .Bind(1, (int)ended.State).Bind(2, Now).Bind(3, ended.ResultStep).Bind(4, ended.Error?.ToJson()).Run();
        LeaveProcess();
    }

    private void LeaveProcess() => database.Cached("UPDATE proc SET ended=?2 WHERE id=?1").Bind(1, process).Bind(2, Now).Run();

    private void Open(LoopOpened loop) =>
        database.Cached("INSERT INTO loop(id, pos, phase, name) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, loop.Loop).Bind(2, loop.Position).Bind(3, (int)loop.Phase).Bind(4, loop.Name).Run();

    private void Append(RowsAppended rows)
    {
        var insert = database.Cached("INSERT INTO item(id, state, attempt, result) VALUES (?1, 1, ?2, ?3)");
        for (var i = 0; i < rows.Rows.Count; i++)
        {
            insert.Bind(1, ItemId.Of(rows.Loop, rows.FirstOrdinal + i)).Bind(2, rows.Attempt).BindBlob(3, rows.Rows[i]).Run();
        }

        Count(rows.Loop, rows.Rows.Count, 0);
    }

    private void Drop(long loop)
    {
        database.Cached("DELETE FROM item WHERE id BETWEEN ?1 AND ?2")
            .Bind(1, ItemId.First(loop)).Bind(2, ItemId.Last(loop)).Run();
        database.Cached("UPDATE loop SET sealed=0, done=0, failed=0 WHERE id=?1").Bind(1, loop).Run();
    }

    private void Move(ReadOnlySpan<ItemMove> moves)
    {
        var tally = new ItemTally();
        foreach (ref readonly var move in moves)
        {
            if (move is { State: ItemState.Claimed, Before: null })
            {
                database.Cached("INSERT INTO item(id, key, state, attempt) VALUES (?1, ?2, 0, ?3)")
                    .Bind(1, ItemId.Of(move.Loop.Id, move.Ordinal)).Bind(2, move.Key).Bind(3, move.Attempt).Run();
                continue;
            }

            database.Cached("UPDATE item SET state=?2, attempt=?3, result=?4, error=?5 WHERE id=?1")
                .Bind(1, ItemId.Of(move.Loop.Id, move.Ordinal)).Bind(2, (int)move.State).Bind(3, move.Attempt)
                .BindBlob(4, move.Result).Bind(5, move.Error).Run();
            tally.Add(move);
        }

        tally.Flush(Count);
    }

    private void Count(long loop, long done, long failed) =>
        database.Cached("UPDATE loop SET done=done+?2, failed=failed+?3 WHERE id=?1")
            .Bind(1, loop).Bind(2, done).Bind(3, failed).Run();

    private void Start(EffectStarted effect) =>
        database.Cached(
                "INSERT INTO effect(key, kind, mode, digest, state) VALUES (?1, ?2, ?3, ?4, 0) "
                + "ON CONFLICT(key) DO UPDATE SET state=0, ref=NULL WHERE state=2")
            .Bind(1, effect.Key).Bind(2, effect.Kind).Bind(3, (int)effect.Mode).Bind(4, effect.Digest).Run();

    private void Settle(EffectSettled effect) =>
        database.Cached("UPDATE effect SET state=?2, ref=coalesce(?3, ref) WHERE key=?1")
            .Bind(1, effect.Key).Bind(2, (int)effect.State).Bind(3, effect.Reference).Run();

    private void Start(ChildStarted child) =>
        database.Cached("INSERT INTO child(id, proc, pos, attempt, pid, pgid, started, program) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, child.Id).Bind(2, process).Bind(3, child.Position).Bind(4, child.Attempt).Bind(5, child.Pid)
            .Bind(6, child.Session).Bind(7, child.Started).Bind(8, child.Program).Run();

    private void End(ChildEnded child) =>
        database.Cached("UPDATE child SET ended=?2 WHERE id=?1").Bind(1, child.Id).Bind(2, Now).Run();

    private void Pin(VersionPinned pin) =>
        database.Cached("INSERT OR IGNORE INTO pin(kind, id, version) VALUES (?1, ?2, ?3)")
            .Bind(1, pin.Kind).Bind(2, pin.Id).Bind(3, pin.Version).Run();
}
