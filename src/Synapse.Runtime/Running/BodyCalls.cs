namespace Synapse.Runtime.Running;

/// <summary>
/// The creating calls of one body by names that are the same at every attempt: a call's own key, or its number among those of
/// its kind in the order in which they start. Of calls that are under way at once that order may differ, so they need keys.
/// </summary>
internal sealed class BodyCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = [];
    private readonly HashSet<(string Kind, string? Key)> _open = [];

    /// <summary>The name of a call that starts; <see cref="End"/> says that it is over.</summary>
    /// <exception cref="RunException">Another one that it could be taken for is under way.</exception>
    public string Begin(string kind, string? key)
    {
        lock (_gate)
        {
            if (!_open.Add((kind, key)))
            {
                throw new RunException(key is null
                    ? $"Two calls of {kind} are under way at once in one body, so a repeat could take one for the other. "
                      + "Give each a key of its own (key: \"…\"), await the first before the second, or make them items of ForEachAsync."
                    : $"Two calls of {kind} with the key '{key}' are under way at once in one body. Keys must be unique within a body.");
            }

            return key is null ? $"{kind}/{_counts[kind] = _counts.GetValueOrDefault(kind) + 1}" : $"{kind}/={key}";
        }
    }

    public void End(string kind, string? key)
    {
        lock (_gate)
        {
            _open.Remove((kind, key));
        }
    }
}
