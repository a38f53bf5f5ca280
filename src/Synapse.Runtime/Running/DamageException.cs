namespace Synapse.Runtime.Running;

/// <summary>
/// What the run had journaled cannot be read back: no fault of the step that wanted it. Going forward the run stops as it is;
/// in a rollback this one step is not undone.
/// </summary>
internal sealed class DamageException(string message, Exception cause) : Exception(message, cause)
{
    /// <summary>The type under which it stands in a run's record.</summary>
    public const string Name = "damaged";
}
