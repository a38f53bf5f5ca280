namespace Synapse;

/// <summary>Which attempt at a step this is.</summary>
/// <param name="Key">Stable over all attempts of the step in this run: give it to outside systems as idempotency key.</param>
/// <param name="Number">1 for the first start, one more for every start after it. For logs, not for identities.</param>
public sealed record StepAttempt(string Key, int Number);
