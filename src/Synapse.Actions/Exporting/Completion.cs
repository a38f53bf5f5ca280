namespace Synapse.Actions.Exporting;

/// <summary>Makes an export whole.</summary>
internal static class Completion
{
    public static async Task<ExportResult> RunAsync(
        DurableList<ExportEntry> entries, DurableList<SavedItem> saved, ExportPlace place, ExportHooks hooks, ExportContext run, CancellationToken ct)
    {
        await hooks.Finish(new(place.Staging, place.Final), ct);
        Directory.Move(place.Staging, place.Final);
        return new(saved.Count, 0, entries.Count, place.Final, run.WorkDir);
    }
}
