namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>What stored content is called: enough to make its row again.</summary>
/// <param name="Name">Name of the file or model.</param>
/// <param name="Key">The key it was created under.</param>
/// <param name="Metrics">A model's metrics as JSON; null for a file.</param>
internal sealed record ContentName(string Name, string Key, string? Metrics);
