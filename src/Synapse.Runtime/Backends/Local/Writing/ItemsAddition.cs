using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Backends.Local.Index;
using Synapse.Runtime.Journal.Sqlite;

namespace Synapse.Runtime.Backends.Local.Writing;

/// <summary>Needs no key: an item that is there already is replaced.</summary>
internal sealed class ItemsAddition(long dataset, IReadOnlyList<NewDatasetItem> items) : PendingWrite<bool>
{
    private readonly StoredAnnotation?[] _annotations = [.. items.Select(item => StoredAnnotation.OfAny(item.Data))];

    public override long Bytes => _annotations.Sum(annotation => (long)(annotation?.Bytes.Length ?? 0));

    public override void Look(SqliteDatabase database)
    {
    }

    public override void Apply(SqliteDatabase database, long contentId)
    {
        if (DatasetTable.Find(database, dataset) is null)
        {
            throw Missing.Dataset($"Adding {items.Count} items", dataset);
        }

        foreach (var item in items)
        {
            if (!DataUnitTable.Exists(database, item.DataUnit))
            {
                throw new BackendException(string.Create(
                    CultureInfo.InvariantCulture, $"Adding to dataset {dataset}: there is no data unit {item.DataUnit}. Create it first."));
            }

            if (item.Task is { } task && TaskTable.Find(database, task) is null)
            {
                throw Missing.Task(string.Create(CultureInfo.InvariantCulture, $"Adding data unit {item.DataUnit} to dataset {dataset}"), task);
            }
        }

        for (var i = 0; i < items.Count; i++)
        {
            DatasetItemTable.Put(database, dataset, items[i], _annotations[i]);
        }

        Settle(true);
    }
}
