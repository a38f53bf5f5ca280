namespace Synapse.Runtime.Reporting;

/// <summary>
/// Shows or passes on what happens in a run. Called on a thread of its own, in order of <see cref="RunEvent.Sequence"/>.
/// A sink that throws is dropped; the run goes on.
/// </summary>
internal interface IEventSink
{
    void Write(RunEvent happened);

    /// <summary>No more events will come.</summary>
    void Complete();
}
