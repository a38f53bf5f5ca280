namespace Synapse.Runtime.Running;

/// <summary>A call may or may not have reached the backend, and the backend cannot tell: the run stops until a person does.</summary>
internal sealed class InDoubtException(string message) : Exception(message)
{
    /// <summary>The type under which it stands in a run's record.</summary>
    public const string Name = "in_doubt";
}
