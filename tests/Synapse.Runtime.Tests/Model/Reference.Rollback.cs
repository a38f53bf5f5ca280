using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Tests.Model;

/// <summary>Steps that stand, in reverse.</summary>
internal sealed partial class Reference
{
    private Answer Undo(ExitCode whenUndone)
    {
        Now.State = RunState.RollingBack;
        Commit();
        foreach (var step in Now.Steps.Where(IsToUndo).OrderByDescending(step => step.Sequence ?? int.MaxValue).ToList())
        {
            var end = _stopped ? End.Interrupted : UndoOne(step);
            if (end == End.Interrupted)
            {
                return Leave(RunState.RollingBack, ExitCode.Interrupted);
            }

            step.State = end == End.Completed ? StepState.Undone : StepState.UndoFailed;
            if (end == End.Completed)
            {
                Progress();
                step.Effects.AsSpan().Replace(EffectState.Done, EffectState.Undone);
            }
        }

        Commit();
        return Now.Steps.Any(step => step.State == StepState.UndoFailed)
            ? Leave(RunState.RollbackIncomplete, ExitCode.RollbackIncomplete)
            : Leave(RunState.RolledBack, whenUndone);
    }

    private static bool IsToUndo(StepMemory step) => step.Plan.Undo != Model.Undo.None && step.State switch
    {
        StepState.Completed or StepState.Undoing or StepState.UndoFailed => true,
        StepState.Intent or StepState.Failed => step.Plan.UndoInFlight && step.Attempt > 0,
        _ => false,
    };

    private End UndoOne(StepMemory step)
    {
        step.Attempt++;
        step.State = StepState.Undoing;
        Commit();
        var own = step.Plan.Output is Output.Rows or Output.Loop
            ? string.Join(' ', step.RowsSoFar) + (step.Rows is null ? " …" : "")
            : step.Value ?? "-";
        var call = Take($"undo {step.Plan.Name} # {own}", $"undo {step.Plan.Name}");
        var end = _stopped && step.Plan.HeedsStop ? End.Interrupted
            : step.Plan.Undo == Model.Undo.Loop ? UndoLoop(step)
            : call <= step.Plan.UndoFails ? End.Failed
            : End.Completed;
        return end == End.Failed && _stopped ? End.Interrupted : end;
    }

    private static bool Stands(StepMemory step) => step.State == StepState.UndoFailed
        || (step.State is StepState.Intent or StepState.Failed or StepState.Completed
            && (step.Effects.Any(effect => effect is not null) || step.Items.Any(item => item.May == Item.Done)));
}
