namespace Synapse.Actions.Exporting;

/// <summary>Converts and saves items, an item of the export an item of a durable loop.</summary>
internal static class Saving
{
    public static Task<DurableList<SavedItem>> RunAsync(
        DurableList<ExportEntry> entries, ExportPlace place, ExportHooks hooks, ExportParams p, ExportContext run, CancellationToken ct) =>
        run.ForEachAsync(
            entries,
            entry => entry.Name,
            async (entry, token) =>
            {
                var item = await hooks.BeforeConvert(entry.Item, token);
                var converted = (await hooks.Convert(item, token)) with { Name = entry.Name };
                converted = await hooks.AfterConvert(converted, item, token);
                await hooks.Save(converted, item, new(place.Staging, place.Final), token);
                return new SavedItem(entry.Item.Id, $"labels/{entry.Name}{converted.Extension}", null);
            },
            p.Workers,
            ct: ct);
}
