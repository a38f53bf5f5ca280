using Synapse.Backends;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>A key that stands for something else already.</summary>
internal static class KeyConflict
{
    public static BackendException Of(string call, string key, string existing, string asked) => new(
        $"{call}: the key '{key}' already stands for {existing}; now it was asked for {asked}. Use another key for another thing, or delete the first.");
}
