using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Backends.Local.Check;
using Synapse.Runtime.Journal.Sqlite;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Reads everything that is stored, and says what is damaged; with <c>--yes</c> a lost index is made again.</summary>
internal static class LocalCheck
{
    public static Task<ExitCode> RunAsync(LocalVerb local, LocalBackend backend)
    {
        try
        {
            return Task.FromResult(Report(local, LocalBackendCheck.Run(local.State)));
        }
        catch (BackendException e) when (IsLost(local, e) && local.Options.Yes)
        {
            local.Say(e.Message);
            var (files, models, lost) = IndexRebuild.Run(local.State);
            local.Say($"The index is made again: {Amount.Of(files, "file")}, {Amount.Of(models, "model")}, {lost} without their content. Data collections, units, projects, tasks, datasets, storages and applications stood in the index only.");
            return Task.FromResult(ExitCode.Done);
        }
        catch (BackendException e) when (IsLost(local, e))
        {
            throw new BackendException($"{e.Message} '{local.Host.Command} local check --yes' makes a new index out of the stored files; data collections, units, projects, tasks, datasets, storages and applications stood in the old one only.", e);
        }
    }

    // A new index has less in it than the old one, so nothing but the loss of that one is a reason.
    private static bool IsLost(LocalVerb local, BackendException cause) =>
        !File.Exists(new BackendFolder(local.State.Backend).Index) || cause.InnerException is SqliteException { Fault: SqliteFault.Corrupt };

    private static ExitCode Report(LocalVerb local, CheckReport report)
    {
        foreach (var damaged in report.Damaged)
        {
            local.Say(PlainText.Line($"damaged  {damaged.Kind} {damaged.Id}  {damaged.Name}: {damaged.Reason}"));
        }

        foreach (var place in report.BadPlaces)
        {
            local.Say($"damaged  segment {place.Segment} at byte {place.Offset}: no whole record");
        }

        local.Say($"{Amount.Of(report.Checked, "content")} read and proved, {report.Damaged.Count} damaged; {Amount.Bytes(report.Unused.Bytes)} of deleted or unfinished uploads could be reclaimed{(report.Unused.Bytes > 0 ? $": '{local.Host.Command} local compact'" : "")}.");
        return report.IsSound ? ExitCode.Done : ExitCode.Failed;
    }
}
