using System.Collections.Concurrent;

namespace Synapse.Actions.Exporting.Saving;

/// <summary>Items that failed, with what happened last to each.</summary>
internal sealed class FailedItems
{
    private const int ShownCauses = 3;

    private readonly ConcurrentDictionary<long, FailedItem> _items = new();

    public int Count => _items.Count;

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<FailedItem> All => _items.Values.OrderBy(item => item.Id);

    /// <summary>The first causes, to be named where an export fails because of them.</summary>
    public string FirstCauses => string.Join(" ", All.Take(ShownCauses).Select(item => $"{item.Id} ({item.Name}): {item.Cause}"));

    public FailedItem? Find(long id) => _items.GetValueOrDefault(id);

    public void Note(ExportEntry entry, Exception failure)
    {
        var cause = failure is OriginalException { InnerException: { } inner } ? inner : failure;
        _items[entry.Item.Id] = new(entry.Item.Id, entry.Name, cause.Message, !ReferenceEquals(cause, failure));
    }

    public void Forget(ExportEntry entry) => _items.TryRemove(entry.Item.Id, out _);
}

/// <summary>An item that failed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that its files would have had.</param>
/// <param name="Cause">What happened.</param>
/// <param name="IsOriginal">Whether its original file is what failed.</param>
internal sealed record FailedItem(long Id, string Name, string Cause, bool IsOriginal);
