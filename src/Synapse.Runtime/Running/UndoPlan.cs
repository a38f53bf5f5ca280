using Synapse.Runtime.Journal;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>Which steps a rollback undoes, and in which order: the last finished first.</summary>
internal static class UndoPlan
{
    public static List<StepRow> Of(ActionDescriptor action, IEnumerable<StepRow> steps) =>
        [.. steps.Where(step => step.State != StepState.Pending && IsToUndo(action.Steps[step.Position], step)).OrderByDescending(static step => step.Sequence ?? long.MaxValue)];

    /// <summary>Whether the step stands, or part of it may, and there is a method to undo it.</summary>
    private static bool IsToUndo(StepDescriptor descriptor, StepRow step) => descriptor.Rollback is not null && step.State switch
    {
        StepState.Completed or StepState.Undoing or StepState.UndoFailed => true,
        StepState.Intent or StepState.Failed => descriptor.RollbackInFlight && step.Attempt > 0,
        _ => false,
    };
}
