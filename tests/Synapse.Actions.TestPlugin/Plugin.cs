using System.Globalization;

[assembly: SynapsePlugin("exports")]

namespace Synapse.Actions.TestPlugin;

/// <summary>Exports tasks, and notes which ones it converted.</summary>
[ExportAction]
public sealed partial class Export
{
    public static IAsyncEnumerable<TaskItem> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) => run.Backend.Tasks.ListAsync(p.Filter, ct);

    public static ExportItem Convert(TaskItem item, ExportContext run)
    {
        var notes = Directory.CreateDirectory(Path.Combine(run.WorkDir, "converted")).FullName;
        File.WriteAllText(Path.Combine(notes, string.Create(CultureInfo.InvariantCulture, $"{item.Id}-by-{Environment.ProcessId}")), "");
        return ExportItem.Of(item);
    }

    public static void Finish(ExportFolder folder, DurableList<SavedItem> saved) =>
        File.WriteAllLines(folder.PathOf("names.txt"), saved.Select(item => item.Name));
}
