namespace Synapse.Actions.Exporting.Saving;

/// <summary>What a process that ended in the middle may have left otherwise than the journal says.</summary>
internal static class LeftByCrash
{
    /// <summary>Saved items whose files are not there as they were written: the machine lost power before its disk had them.</summary>
    public static HashSet<long> Lost(DurableList<SavedItem> saved, ExportFolder folder) =>
        [.. saved.Where(item => Bytes(folder, item.Label) + Bytes(folder, item.Original) != item.Bytes).Select(item => item.Id)];

    /// <summary>Removes label files that an earlier attempt wrote of items that failed in this one.</summary>
    public static void RemoveLabels(FailedItems failed, DurableList<SavedItem> saved, ExportFolder folder)
    {
        if (failed.Count == 0)
        {
            return;
        }

        var names = failed.All.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        var kept = saved.Select(item => Path.GetFileName(item.Label)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder.Labels))
        {
            var name = Path.GetFileName(file);
            if (!kept.Contains(name) && Stems(name).Any(names.Contains))
            {
                File.Delete(file);
            }
        }
    }

    private static long Bytes(ExportFolder folder, string? name) =>
        name is null ? 0 : new FileInfo(Path.Combine(folder.Path, name)) is { Exists: true } file ? file.Length : -1;

    // A name and an extension may both have dots.
    private static IEnumerable<string> Stems(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return name[..dot];
        }
    }
}
