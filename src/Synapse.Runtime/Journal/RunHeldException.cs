namespace Synapse.Runtime.Journal;

/// <summary>Another process works on the run.</summary>
internal sealed class RunHeldException(RunId run, string holder)
    : Exception($"Run {run.Short} is held by {(holder.Length > 0 ? holder : "another process")}.")
{
    public RunId Run { get; } = run;

    public string Holder { get; } = holder;
}
