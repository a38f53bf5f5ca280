using Synapse.Actions.Exporting.Places;
using Synapse.Actions.Exporting.Report;

namespace Synapse.Actions.Exporting;

/// <summary>Makes an export whole, and takes it back.</summary>
internal static class Completion
{
    public static async Task<ExportResult> RunAsync(
        DurableList<ExportEntry> entries, DurableList<SavedItem> saved, ExportPlace place, ExportHooks hooks, ExportContext run, CancellationToken ct)
    {
        // An attempt that was killed may have come as far as the name.
        if (FinalName.Given(run) is not { } path)
        {
            await hooks.Finish(new(place.Staging), saved, ct);
            DiskSync.Tree(place.Staging);
            path = FinalName.Give(place, run);
        }

        var result = ExportReport.Finish(run, path, saved.Count, entries.Count);
        if (result.FailedCount > 0)
        {
            run.Log.Warning("Exported {Exported} items to {Folder}; {Failed} failed, see {Report}", result.ExportedCount, path, result.FailedCount, result.Report);
        }
        else
        {
            run.Log.Success("Exported {Exported} items to {Folder}", result.ExportedCount, path);
        }

        return result;
    }

    public static void Undo(ExportContext run)
    {
        FinalName.Take(run);
        run.Log.Info("The report of the export that was rolled back is {Report}", ExportReport.FinishUndone(run));
    }
}
