using Synapse.Runtime.Journal;
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
        throw new NotImplementedException();

    /// <summary>Goes on with a run: forward, or with its rollback if it has entered one.</summary>
    public static Task<RunOutcome> ResumeAsync(
        PluginDescriptor plugin, RunFolder run, RunOptions options, CancellationToken stop = default) =>
        throw new NotImplementedException();

    /// <summary>Undoes a run, or what an earlier rollback of it could not undo.</summary>
    public static Task<RunOutcome> RollbackAsync(
        PluginDescriptor plugin, RunFolder run, RunOptions options, CancellationToken stop = default) =>
        throw new NotImplementedException();
}
