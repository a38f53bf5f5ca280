namespace Synapse.Runtime.Running;

/// <summary>Numbers the calls of each kind within one body, in the order in which they start.</summary>
internal sealed class CallCounter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = [];

    public int Next(string kind)
    {
        lock (_gate)
        {
            return _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        }
    }
}
