using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Pruning;

/// <summary>A run that is deleted, or would be.</summary>
/// <param name="Id">The run.</param>
/// <param name="Action">Its action, or a question mark when its journal cannot be read.</param>
/// <param name="State">One of <see cref="Launching.RunStates.Choosable"/>.</param>
/// <param name="Ended">When it ended; for a run that did not, when it was last started.</param>
/// <param name="Bytes">What its files take.</param>
/// <param name="Problem">Why it could not be deleted, or null.</param>
internal sealed record PrunedRun(RunId Id, string Action, string State, DateTimeOffset Ended, long Bytes, string? Problem = null);
