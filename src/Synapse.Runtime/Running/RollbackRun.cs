using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Reporting;

namespace Synapse.Runtime.Running;

/// <summary>
/// Undoes finished steps in reverse order of their completion. A failure is journaled and the others go on:
/// what is left is named, and a later rollback repeats only that.
/// </summary>
internal sealed class RollbackRun(RunWorld run, ExitCode whenUndone)
{
    private readonly Boundary _boundary = new(run.Journal);

    public async Task<RunOutcome> RunAsync()
    {
        run.IsRollingBack = true;
        run.Journal.SpendReserve = true;
        var steps = run.Journal.Read(JournalReader.ReadSteps);
        var undo = UndoPlan.Of(run.Action, steps);
        RunEvents.RollbackStarted(run, undo.Select(step => step.Name));
        foreach (var step in undo)
        {
            if (run.Stop.IsCancellationRequested || !await UndoAsync(step))
            {
                return Stopped();
            }
        }

        return Ended();
    }

    /// <summary>False when the run is to stop in the middle of it.</summary>
    private async Task<bool> UndoAsync(StepRow step)
    {
        var position = step.Position;
        var attempt = step.Attempt + 1;
        _boundary.Add(
            new UndoStarted(position, attempt),
            () => RunEvents.Step(run, EventTypes.UndoStarted, position, attempt));
        _boundary.Commit();

        var engine = new StepEngine(run, position, JournalPhase.Rollback, attempt, run.Stop);
        var rollback = run.Action.Steps[position].Rollback!;
        var end = await StepCall.RunAsync(engine, async () => await rollback(new CallScope(engine)));
        switch (end.Result)
        {
            case CallResult.Completed:
                _boundary.Add(
                    new UndoCompleted(position, end.Duration),
                    () => RunEvents.Step(run, EventTypes.UndoCompleted, position, attempt, end.Duration));
                return true;
            case CallResult.Failed or CallResult.Damaged:
                _boundary.Add(
                    new UndoFailed(position, RunError.From(end.Failure!, step.Name, attempt), end.Duration),
                    () => RunEvents.Step(run, EventTypes.UndoFailed, position, attempt, end.Duration, end.Failure));
                return true;
            default:
                _boundary.Add(new StepInterrupted(position, end.Duration));
                return false;
        }
    }

    private RunOutcome Stopped()
    {
        _boundary.Add(new RunEnded(RunState.RollingBack));
        _boundary.Commit();
        return new RunOutcome(run.Options.StopCode()) { State = RunState.RollingBack, Error = Error() };
    }

    private RunOutcome Ended()
    {
        _boundary.Commit();
        var steps = run.Journal.Read(JournalReader.ReadSteps);
        var incomplete = steps.Any(step => step.State == StepState.UndoFailed);
        var state = incomplete ? RunState.RollbackIncomplete : RunState.RolledBack;
        run.Journal.Commit(new RunEnded(state));
        return new RunOutcome(incomplete ? ExitCode.RollbackIncomplete : whenUndone)
        {
            State = state,
            Error = Error(),
            Leftovers = Leftovers.Of(run.Journal, steps, run.Folder.Id),
        };
    }

    private RunError? Error() => run.Journal.Read(JournalReader.ReadRun).Error;
}
