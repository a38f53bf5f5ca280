namespace Synapse.Actions;

/// <summary>
/// The folder of an export while it is written. It lies beside its final place under a hidden name, and is renamed once it
/// is complete, so nobody ever sees half an export.
/// </summary>
public sealed class ExportFolder
{
    internal ExportFolder(string path, string finalPath)
    {
        Path = path;
        FinalPath = finalPath;
    }

    /// <summary>The folder on this machine.</summary>
    public string Path { get; }

    /// <summary>What it is called once the export is complete.</summary>
    public string FinalPath { get; }

    /// <summary>The folder of the label files.</summary>
    public string Labels => System.IO.Path.Combine(Path, "labels");

    /// <summary>The folder of the original files.</summary>
    public string Originals => System.IO.Path.Combine(Path, "origin_files");

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
    public async ValueTask SaveLabelAsync(ExportItem item, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        await using var file = File.Create(PathOf($"labels/{item.Name}{item.Extension}"));
        await file.WriteAsync(item.Content, ct);
    }
}
