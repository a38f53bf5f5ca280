using Synapse.Runtime.Journal;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>
/// Starts a new run that goes on from the middle of another one, with its params and the outputs of the steps before. The
/// other run stays as it is, so both can be looked at and undone on their own.
/// </summary>
internal static class LinkedRun
{
    private const string Checkpoints = ".checkpoints";

    public static Task<RunOutcome> StartAsync(
        PluginDescriptor plugin, RunFolder parent, string fromStep, RunOptions options, CancellationToken stop = default) =>
        Outcomes.OfAsync(async () =>
        {
            using var parentHeld = RunLock.Acquire(parent);
            var (row, steps) = JournalReader.Look(parent, database => (JournalReader.ReadRun(database), JournalReader.ReadSteps(database)));
            var action = plugin.Actions.FirstOrDefault(action => action.Name == row.Action);
            if (action is null)
            {
                return Outcomes.Usage($"Run {parent.Id.Short} is of action '{row.Action}', which this plugin does not have.", parent.Id);
            }

            if (Refusal(action, steps, fromStep, options.Force, out var from) is { } refused)
            {
                return Outcomes.Usage(refused, parent.Id);
            }

            var bound = RunParams.FromJournal(action, row.Params, options.Secrets);
            if (bound.Errors.Count > 0)
            {
                return RunParams.Refused(bound.Errors) with { Run = parent.Id };
            }

            var folder = RunFolder.Create(options.State, RunId.New());
            using var held = RunLock.Acquire(folder);
            var taken = new TakenWork(parent, from);
            CopyFiles(parent, folder, taken);
            var start = new RunStart(
                folder.Id, action.Name, ParamsPrint.Of(action), row.Params, row.Secrets, Keeps(row, options), parent.Id.Text, RunSession.Plan(action), taken);
            using var journal = RunJournal.Create(folder, start, RunSession.Identity(plugin, options), new JournalOptions(options.Clock));
            parentHeld.Dispose();
            using var work = RunWork.Begin(folder, journal, action, bound.Value, options, stop);
            return await work.StartAsync();
        });

    /// <summary>Why the run cannot be gone on with from there, or null.</summary>
    private static string? Refusal(ActionDescriptor action, List<StepRow> rows, string fromStep, bool force, out int from)
    {
        var names = action.Steps.Select(static step => step.Name).ToList();
        from = names.IndexOf(fromStep);
        if (from < 0)
        {
            return $"Action '{action.Name}' has no step '{fromStep}'. It has: {string.Join(", ", names)}.";
        }

        for (var position = 0; position < Math.Min(from, rows.Count); position++)
        {
            if (rows[position].State is StepState.Undoing or StepState.Undone or StepState.UndoFailed)
            {
                return $"Step '{rows[position].Name}' of the run was undone, so there is nothing to take over from it. Start a new run.";
            }
        }

        var unfinished = rows.FirstOrDefault(static row => row.State is not (StepState.Completed or StepState.Skipped));
        if (rows.Count <= from || unfinished?.Position < from || rows[from].State == StepState.Pending)
        {
            return $"The run has not reached step '{fromStep}'{(unfinished is null ? "" : $": it got to '{unfinished.Name}'")}. Resume it without --from.";
        }

        return ResumeCheck.Refusal(action, [.. rows.Take(from)], force);
    }

    private static bool Keeps(RunRow parent, RunOptions options) =>
        options.OnFailure == OnFailure.Default ? parent.KeepOnFailure : options.OnFailure == OnFailure.Keep;

    // Checkpoints are of steps that start afresh.
    private static void CopyFiles(RunFolder parent, RunFolder folder, TakenWork taken)
    {
        try
        {
            taken.CopyFiles(folder);
            if (Directory.Exists(parent.Work))
            {
                FolderCopy.Copy(parent.Work, folder.Work, static name => name == Checkpoints);
            }
        }
        catch
        {
            folder.Discard();
            throw;
        }
    }
}
