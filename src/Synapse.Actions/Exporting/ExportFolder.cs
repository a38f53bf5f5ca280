using Synapse.Actions.Exporting.Saving;

namespace Synapse.Actions;

/// <summary>
/// The folder of an export while it is written. It lies beside its final place under a hidden name, and gets its own name once
/// it is complete, so nobody ever sees half an export.
/// </summary>
public sealed class ExportFolder
{
    internal const string LabelsName = "labels";
    internal const string OriginalsName = "origin_files";

    internal ExportFolder(string path) => Path = path;

    /// <summary>The folder on this machine.</summary>
    public string Path { get; }

    /// <summary>The folder of the label files.</summary>
    public string Labels => System.IO.Path.Combine(Path, LabelsName);

    /// <summary>The folder of the original files.</summary>
    public string Originals => System.IO.Path.Combine(Path, OriginalsName);

    /// <summary>Where a file of the export lies; folders on the way are made.</summary>
    /// <param name="name">The file's path within the export, with <c>/</c>.</param>
    /// <exception cref="ExportException">The path leads out of the export.</exception>
    public string PathOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));
        if (!path.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ExportException($"'{name}' leads out of the export's folder. Give a path within it.");
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Writes a label file into <see cref="Labels"/>, in place of one of that name.</summary>
    /// <param name="item">The label file.</param>
    /// <param name="ct">Stops writing.</param>
    /// <exception cref="ExportException">Its extension is none.</exception>
    public ValueTask SaveLabelAsync(ExportItem item, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        ct.ThrowIfCancellationRequested();
        using var file = NewFile.Open(LabelPath(item));
        RandomAccess.Write(file, item.Content.Span, 0);
        return default;
    }

    internal string LabelPath(ExportItem item) => System.IO.Path.Combine(Labels, item.Name + item.CheckedExtension);
}
