using Synapse.Runtime.Journal;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>Starts a new run whose loops take only the items that failed in another one, which stays as it is.</summary>
internal static class RetriedRun
{
    public static Task<RunOutcome> StartAsync(
        PluginDescriptor plugin, ActionDescriptor action, ReadOnlyMemory<byte> parameters, RunFolder parent, RunOptions options, CancellationToken stop = default) =>
        Outcomes.OfAsync(async () =>
        {
            var (failed, refused) = Read(action, parent);
            return refused is null
                ? await RunSession.StartAsync(plugin, action, parameters, failed, options, stop)
                : Outcomes.Usage(refused, parent.Id);
        });

    // Nobody may be working on the run: which items fail is not known before its end.
    private static (FailedItems Failed, string? Refused) Read(ActionDescriptor action, RunFolder parent)
    {
        using var held = RunLock.Acquire(parent);
        return JournalReader.Look(parent, database =>
        {
            var failed = FailedItems.Read(database);
            return (failed, Refusal(action, JournalReader.ReadRun(database), JournalReader.ReadSteps(database), failed));
        });
    }

    /// <summary>Why its failed items cannot be retried, or null.</summary>
    private static string? Refusal(ActionDescriptor action, RunRow run, List<StepRow> steps, FailedItems failed)
    {
        if (failed.Items.Count == 0)
        {
            return $"No item of a loop failed in run {run.Id.Short}, so there is nothing to retry. {Instead(run)}";
        }

        var names = failed.Items.Select(static item => item.Step).ToHashSet();
        if (steps.Find(step => names.Contains(step.Name) && step.State is StepState.Undoing or StepState.Undone or StepState.UndoFailed) is { } undone)
        {
            return $"Step '{undone.Name}' of run {run.Id.Short} was undone, its finished items as well. Start a new run with all of them.";
        }

        return names.FirstOrDefault(name => action.Steps.All(step => step.Name != name)) is { } gone
            ? $"Items failed in step '{gone}' of run {run.Id.Short}, which action '{action.Name}' no longer has."
            : null;
    }

    private static string Instead(RunRow run) => run.State is RunState.Completed or RunState.RolledBack or RunState.Abandoned
        ? "Start a new run without --only-failed."
        : "Go on with it by 'resume'.";
}
