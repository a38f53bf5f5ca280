using System.Runtime.CompilerServices;
using Synapse.Actions.Exporting.Naming;

namespace Synapse.Actions.Exporting;

/// <summary>Lists what is exported.</summary>
internal static class Listing
{
    public static async IAsyncEnumerable<ExportEntry> ReadAsync(ExportHooks hooks, ExportContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (names, ids) = (new UniqueNames(), new HashSet<long>());
        await foreach (var item in hooks.GetFilteredResults(ct).WithCancellation(ct))
        {
            if (item is null)
            {
                throw new ExportException($"{nameof(ExportHooks.GetFilteredResults)} listed null as item {ids.Count}. Leave out what is not there.");
            }

            if (!ids.Add(item.Id))
            {
                throw new ExportException($"{nameof(ExportHooks.GetFilteredResults)} listed the item with id {item.Id} twice. List each item once.");
            }

            yield return new(item, names.NameFor(item));
        }

        if (ids.Count == 0)
        {
            run.Log.Warning("Nothing is there to export: the export will be empty");
        }
        else
        {
            run.Log.Info("There are {Count} items to export", ids.Count);
        }
    }
}
