using System.ComponentModel.DataAnnotations;

namespace Synapse.Actions;

/// <summary>What to export, and where to. Derive from it to add parameters of your own.</summary>
[Params]
public partial record ExportParams
{
    /// <summary>Name of this export, and of the folder that is made for it.</summary>
    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>What the export is for.</summary>
    public string? Description { get; init; }

    /// <summary>Storage that the path is relative to. Without one it is a path of this machine.</summary>
    [Range(1, long.MaxValue)]
    public long? Storage { get; init; }

    /// <summary>Folder in which the export's folder is made.</summary>
    [MinLength(1)]
    public required string Path { get; init; }

    /// <summary>What is exported.</summary>
    public required ExportTarget Target { get; init; }

    /// <summary>Which of it.</summary>
    public ExportFilter Filter { get; init; } = new();

    /// <summary>Whether the primary file of each item is written beside its label file.</summary>
    public bool SaveOriginalFile { get; init; } = true;

    /// <summary>Items that are converted and saved at once.</summary>
    [Range(1, 256)]
    public int Workers { get; init; } = 16;

    /// <summary>How often an item that fails is tried again.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 2;

    /// <summary>How many items may fail; one more ends the export. Without it any number may, but not all.</summary>
    [Range(0, int.MaxValue)]
    public int? MaxFailures { get; init; }

    partial void Validate(ParamErrors errors)
    {
        foreach (var problem in Filter.ProblemsFor(Target))
        {
            errors.Add(nameof(Filter), problem);
        }
    }
}

/// <summary>What an export takes its items from.</summary>
public enum ExportTarget
{
    /// <summary>Assignments of a project.</summary>
    Assignment,

    /// <summary>Ground truth of a dataset or of a version of one.</summary>
    GroundTruth,

    /// <summary>Tasks of a project.</summary>
    Task,
}
