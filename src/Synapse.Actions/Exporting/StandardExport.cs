using Synapse.Actions.Exporting;
using Synapse.Actions.Exporting.Saving;
using Synapse.Actions.Exporting.Places;

namespace Synapse.Actions;

/// <summary>
/// The steps of an export: <c>[ExportAction]</c> on a class with a method <c>GetFilteredResults</c> is a whole action. What
/// else is the action's own stands in <see cref="ExportHooks"/>. Its parameters are <see cref="ExportParams"/> or a record
/// derived from it. A step that takes and returns <c>DurableList&lt;ExportEntry&gt;</c> is a filter.
/// </summary>
[StepSet]
public sealed class StandardExport
{
    /// <summary>Looks up the storage and what is exported, and makes the folder that is written to.</summary>
    [Step(Weight = 0.2, Rollback = nameof(DeleteFolder), RollbackInFlight = true)]
    public Task<ExportPlace> Initialize(ExportParams p, ExportContext run, CancellationToken ct) => ExportPlaces.MakeAsync(p, run, ct);

    /// <summary>Lists what is exported, and gives each item its name.</summary>
    [Step]
    public IAsyncEnumerable<ExportEntry> FetchResults(ExportHooks hooks, ExportContext run, CancellationToken ct) => Listing.ReadAsync(hooks, run, ct);

    /// <summary>Converts each item and saves its files.</summary>
    [Step(Weight = 8, Rollback = nameof(DeleteFiles), RollbackInFlight = true)]
    public Task<DurableList<SavedItem>> SaveFiles(
        DurableList<ExportEntry> entries, ExportPlace place, ExportHooks hooks, ExportParams p, ExportContext run, StepAttempt attempt, CancellationToken ct) =>
        new SaveLoop(new(place.Staging), hooks, p, run).RunAsync(entries, attempt, ct);

    /// <summary>Writes what belongs to the export as a whole, and the report, and gives the folder its name.</summary>
    [Step(Weight = 0.5, Result = true)]
    public Task<ExportResult> Finalize(
        DurableList<ExportEntry> entries, DurableList<SavedItem> saved, ExportPlace place, ExportHooks hooks, ExportContext run, CancellationToken ct) =>
        Completion.RunAsync(entries, saved, place, hooks, run, ct);

    /// <summary>Undoes <see cref="SaveFiles"/>, and <see cref="Finalize"/> with it.</summary>
    public void DeleteFiles(ExportContext run) => FinalName.Take(run);

    /// <summary>Undoes <see cref="Initialize"/>; and the last thing of a rollback: the report of what became of each item.</summary>
    public void DeleteFolder(ExportContext run) => Completion.Undo(run);
}
