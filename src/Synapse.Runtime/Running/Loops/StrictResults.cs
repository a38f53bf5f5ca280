using System.Collections.Concurrent;

namespace Synapse.Runtime.Running.Loops;

/// <summary>Lets an item's place be taken only once its result is durable.</summary>
internal sealed class StrictResults
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();
    private volatile bool _open;

    /// <summary>Ends when the result of an item, which must not be queued yet, is durable, or never will be.</summary>
    public Task Expect(long ordinal)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[ordinal] = source;
        return _open ? Task.CompletedTask : source.Task;
    }

    public void Durable(long ordinal)
    {
        if (_waiting.TryRemove(ordinal, out var source))
        {
            source.SetResult();
        }
    }

    /// <summary>Nothing will become durable any more: whoever waits finds out that the loop has failed.</summary>
    public void Open()
    {
        _open = true;
        foreach (var source in _waiting.Values)
        {
            source.TrySetResult();
        }
    }
}
