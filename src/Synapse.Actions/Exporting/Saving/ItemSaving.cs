using Synapse.Actions.Exporting.Naming;

namespace Synapse.Actions.Exporting.Saving;

/// <summary>Converts one item and saves its files: both of them, or none.</summary>
internal sealed class ItemSaving(ExportFolder folder, ExportHooks hooks, ExportParams p, ExportContext run)
{
    // What an action saves in its own way has names that only it knows.
    private readonly bool _savesItself = hooks.Has(nameof(ExportHooks.Save));

    public async Task<SavedItem> SaveAsync(ExportEntry entry, CancellationToken ct)
    {
        ExportItem? converted = null;
        var original = p.SaveOriginalFile && entry.Item.PrimaryFile is { } file ? entry.Name + UniqueNames.ExtensionOf(file) : null;
        try
        {
            var item = Given(await hooks.BeforeConvert(entry.Item, ct), nameof(ExportHooks.BeforeConvert));
            converted = Given(await hooks.Convert(item, ct), nameof(ExportHooks.Convert)) with { Name = entry.Name };
            converted = Given(await hooks.AfterConvert(converted, item, ct), nameof(ExportHooks.AfterConvert)) with { Name = entry.Name };
            await hooks.Save(converted, item, folder, ct);
            var bytes = _savesItself ? 0L : converted.Content.Length;
            if (original is not null)
            {
                bytes += await Originals.SaveAsync(entry.Item.PrimaryFile!, Path.Combine(folder.Originals, original), run.Backend, ct);
            }

            return new(
                entry.Item.Id,
                entry.Name,
                _savesItself ? null : $"{ExportFolder.LabelsName}/{entry.Name}{converted.Extension}",
                original is null ? null : $"{ExportFolder.OriginalsName}/{original}",
                bytes);
        }
        catch
        {
            Remove(converted, original);
            throw;
        }
    }

    private static T Given<T>(T? value, string hook)
        where T : class =>
        value ?? throw new ExportException($"{hook} returned null. Return the item, or throw an ExportException that says why there is none.");

    private void Remove(ExportItem? converted, string? original)
    {
        if (converted is not null && SafeName.IsExtension(converted.Extension))
        {
            File.Delete(folder.LabelPath(converted));
        }

        if (original is not null)
        {
            File.Delete(Path.Combine(folder.Originals, original));
        }
    }
}
