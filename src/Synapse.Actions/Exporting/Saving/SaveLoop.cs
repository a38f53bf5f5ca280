using System.Globalization;
using Synapse.Actions.Exporting.Places;
using Synapse.Actions.Exporting.Report;

namespace Synapse.Actions.Exporting.Saving;

/// <summary>Converts and saves items, an item of the export an item of a durable loop: what is saved is never converted again.</summary>
internal sealed class SaveLoop(ExportFolder folder, ExportHooks hooks, ExportParams p, ExportContext run)
{
    private readonly FailedItems _failed = new();
    private readonly ItemSaving _saving = new(folder, hooks, p, run);
    private int _saved;
    private Exception? _full;

    private int AllowedFailures => p.MaxFailures ?? int.MaxValue;

    public async Task<DurableList<SavedItem>> RunAsync(DurableList<ExportEntry> entries, StepAttempt attempt, CancellationToken ct)
    {
        var saved = await SaveAllAsync(entries, attempt, ct);
        if (attempt.Number > 1 && !hooks.Has(nameof(ExportHooks.Save)))
        {
            LeftByCrash.RemoveLabels(_failed, saved, folder);
        }

        ItemReport.Write(run, folder, entries, saved, _failed, ct);
        if (saved.Count == 0 && _failed.Count > 0)
        {
            throw new ExportException($"None of the {_failed.Count} items could be exported. {Causes()}");
        }

        DiskSync.Tree(folder.Path);
        return saved;
    }

    private async Task<DurableList<SavedItem>> SaveAllAsync(DurableList<ExportEntry> entries, StepAttempt attempt, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var saved = await SaveAsync(entries, new() { AllowedFailures = AllowedFailures }, stop);
            if (attempt.Number > 1 && LeftByCrash.Lost(saved, folder) is { Count: > 0 } lost)
            {
                run.Log.Warning("{Count} items are not on the disk as they were saved; they are saved again", lost.Count);
                var again = new ForEachOptions { Name = string.Create(CultureInfo.InvariantCulture, $"lost {attempt.Number}") };
                await SaveAsync(entries.Where(entry => lost.Contains(entry.Item.Id)), again, stop);
            }

            return saved;
        }
        catch (OperationCanceledException) when (_full is not null)
        {
            ItemReport.WriteFailed(run, _failed);
            throw new ExportException($"There is no room left for {folder.Path} after {_saved} of {entries.Count} items: {_full.Message.TrimEnd('.')}. Make room, and export again.", _full);
        }
        catch (Exception e) when (_failed.Count > AllowedFailures && e is not OperationCanceledException)
        {
            ItemReport.WriteFailed(run, _failed);
            throw new ExportException($"{_failed.Count} of {entries.Count} items failed, and max_failures allows {AllowedFailures}. {Causes()}", e);
        }
    }

    private Task<DurableList<SavedItem>> SaveAsync(IEnumerable<ExportEntry> entries, ForEachOptions options, CancellationTokenSource stop) => run.ForEachAsync(
        entries,
        static entry => entry.Item.Id.ToString(CultureInfo.InvariantCulture),
        (entry, token) => SaveOneAsync(entry, stop, token),
        options with { Parallelism = p.Workers, Retries = p.MaxRetries, RetryWhen = static e => e is not ExportException },
        stop.Token);

    private async Task<SavedItem> SaveOneAsync(ExportEntry entry, CancellationTokenSource stop, CancellationToken ct)
    {
        try
        {
            var saved = await _saving.SaveAsync(entry, ct);
            _failed.Forget(entry);
            Interlocked.Increment(ref _saved);
            return saved;
        }
        catch (Exception e) when (DiskFull.Is(e))
        {
            // No item after this one has a better chance, and trying again takes as long as all of them.
            Interlocked.CompareExchange(ref _full, e, null);
            await stop.CancelAsync();
            throw;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            _failed.Note(entry, e);
            throw;
        }
    }

    private string Causes() => $"{_failed.FirstCauses} All causes: {ExportReport.PathOf(run)}.";
}
