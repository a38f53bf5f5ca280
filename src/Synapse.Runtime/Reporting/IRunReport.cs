namespace Synapse.Runtime.Reporting;

/// <summary>What a person or a program sees of a run while this process works on it.</summary>
internal interface IRunReport : IEventSink
{
    /// <summary>The picture that the events so far give.</summary>
    RunView View { get; }

    /// <summary>The run was asked to stop and is finishing what is in flight.</summary>
    void Stopping();
}
