using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Wiring;

namespace Synapse.Runtime.Running;

/// <summary>
/// The way into the engine: one call is one process's work on one run. A call throws only for bugs; whatever can go wrong
/// with a run is an outcome. Cancelling <c>stop</c> asks the run to stop: it is resumable and never rolls back.
/// </summary>
internal static class RunSession
{
    /// <summary>Binds the params and starts a new run; with errors in them nothing is created.</summary>
    public static Task<RunOutcome> StartAsync(
        PluginDescriptor plugin, ActionDescriptor action, ReadOnlyMemory<byte> parameters, RunOptions options, CancellationToken stop = default) =>
        StartAsync(plugin, action, parameters, null, options, stop);

    /// <param name="plugin">The plugin.</param>
    /// <param name="action">One of its actions.</param>
    /// <param name="parameters">The params as JSON.</param>
    /// <param name="wanted">The only items that loops take, or null for all.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="stop">Asks the run to stop.</param>
    /// <inheritdoc cref="StartAsync(PluginDescriptor, ActionDescriptor, ReadOnlyMemory{byte}, RunOptions, CancellationToken)"/>
    public static Task<RunOutcome> StartAsync(
        PluginDescriptor plugin, ActionDescriptor action, ReadOnlyMemory<byte> parameters, FailedItems? wanted, RunOptions options, CancellationToken stop) =>
        Outcomes.OfAsync(async () =>
        {
            var bound = RunParams.Bind(action, parameters.Span, options.ParamsFrom);
            if (bound.Errors.Count > 0)
            {
                return RunParams.Refused(bound.Errors);
            }

            var folder = RunFolder.Create(options.State, RunId.New());
            using var held = RunLock.Acquire(folder);
            var start = new RunStart(
                folder.Id, action.Name, ParamsPrint.Of(action), bound.Json, null, KeepsOnFailure(action, options), wanted?.Source.Text, Plan(action), Wanted: wanted);
            using var journal = RunJournal.Create(folder, start, Identity(plugin, options), new JournalOptions(options.Clock, options.Shipper));
            using var work = RunWork.Begin(folder, journal, action, bound.Value, options, stop);
            return await work.StartAsync();
        });

    /// <summary>Goes on with a run: forward, or with its rollback if it has entered one.</summary>
    public static Task<RunOutcome> ResumeAsync(
        PluginDescriptor plugin, RunFolder run, RunOptions options, CancellationToken stop = default) =>
        ContinueAsync(plugin, run, options, RunWork.ResumeRefusal, static work => work.ResumeAsync(), stop);

    /// <summary>Undoes a run, or what an earlier rollback of it could not undo.</summary>
    public static Task<RunOutcome> RollbackAsync(
        PluginDescriptor plugin, RunFolder run, RunOptions options, CancellationToken stop = default) =>
        ContinueAsync(plugin, run, options, RunWork.RollbackRefusal, static work => work.RollbackAsync(), stop);

    private static Task<RunOutcome> ContinueAsync(
        PluginDescriptor plugin, RunFolder folder, RunOptions options,
        Func<RunRow, RunOutcome?> refusal, Func<RunWork, Task<RunOutcome>> go, CancellationToken stop) =>
        Outcomes.OfAsync(async () =>
        {
            using var held = RunLock.Acquire(folder);
            var (row, steps) = JournalReader.Look(folder, database => (JournalReader.ReadRun(database), JournalReader.ReadSteps(database)));
            if (refusal(row) is { } refused)
            {
                return refused with { Run = folder.Id, State = row.State };
            }

            var action = plugin.Actions.FirstOrDefault(action => action.Name == row.Action);
            if (action is null)
            {
                return Outcomes.Usage($"Run {folder.Id.Short} is of action '{row.Action}', which this plugin does not have.", folder.Id);
            }

            if (ResumeCheck.Refusal(action, steps, options.Force) is { } changed)
            {
                return Outcomes.Usage(changed, folder.Id);
            }

            var bound = RunParams.FromJournal(action, row.Params, options.Secrets);
            if (bound.Errors.Count > 0)
            {
                return RunParams.Refused(bound.Errors) with { Run = folder.Id, State = row.State };
            }

            using var journal = RunJournal.Open(folder, Identity(plugin, options), new JournalOptions(options.Clock, options.Shipper));
            if (ResumeCheck.IsPlanChanged(action, steps))
            {
                journal.Commit(new PlanRebound(Plan(action)));
            }

            using var work = RunWork.Begin(folder, journal, action, bound.Value, options, stop);
            return await go(work);
        });

    private static bool KeepsOnFailure(ActionDescriptor action, RunOptions options)
    {
        var wanted = options.OnFailure != OnFailure.Default ? options.OnFailure : action.OnFailure;
        return wanted == OnFailure.Keep || (wanted == OnFailure.Default && action.Kind is ActionKind.Train or ActionKind.AddTaskData);
    }

    internal static List<PlannedStep> Plan(ActionDescriptor action) =>
        [.. action.Steps.Select(step => new PlannedStep(step.Name, step.Fingerprint, step.Weight))];

    internal static ProcessIdentity Identity(PluginDescriptor plugin, RunOptions options) =>
        ProcessIdentity.Current(plugin.Version, arguments: options.Arguments);
}
