namespace Synapse.Runtime.Running;

/// <summary>What a person says of a call of which nobody knows whether it reached the backend.</summary>
/// <param name="Id">What the call created; null when it was not done.</param>
internal sealed record Assumption(long? Id)
{
    public static readonly Assumption NotDone = new((long?)null);

    public bool IsDone => Id is not null;
}
