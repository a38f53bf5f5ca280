namespace Synapse;

/// <summary>An item of a loop that failed, among those that were allowed to.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Message">Why it failed, after its last retry.</param>
public sealed record ItemFailure(string Key, string Message);
