using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synapse.Backends;

/// <summary>A data unit with what is known of it: a task, an assignment, or ground truth.</summary>
/// <param name="Id">The id of the task, the assignment or the ground truth.</param>
/// <param name="DataUnit">The data unit's id.</param>
[JsonDerivedType(typeof(TaskItem), "task")]
[JsonDerivedType(typeof(Assignment), "assignment")]
[JsonDerivedType(typeof(GroundTruth), "ground_truth")]
public abstract record AnnotatedItem(long Id, long DataUnit)
{
    /// <summary>The data unit's files by the name of their file specification.</summary>
    public IReadOnlyDictionary<string, DataFile> Files { get; init; } = ReadOnlyDictionary<string, DataFile>.Empty;

    /// <summary>The file specification of the file that people look at; null when the data unit has no such file.</summary>
    public string? PrimarySpecification { get; init; }

    /// <summary>The annotations, as JSON; null when there are none yet.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The file that people look at; null when the data unit has none.</summary>
    [JsonIgnore]
    public DataFile? PrimaryFile => PrimarySpecification is { } name ? Files.GetValueOrDefault(name) : null;
}

/// <summary>A task: a data unit of a project that is to be labelled.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DataUnit">The data unit's id.</param>
/// <param name="Project">The project's id.</param>
public sealed record TaskItem(long Id, long DataUnit, long Project) : AnnotatedItem(Id, DataUnit)
{
    /// <summary>How far labelling is.</summary>
    public LabelStatus LabelStatus { get; init; }

    /// <summary>How far review is.</summary>
    public ReviewStatus ReviewStatus { get; init; }
}

/// <summary>An assignment: a task in the hands of one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DataUnit">The data unit's id.</param>
/// <param name="Project">The project's id.</param>
/// <param name="Task">The task's id.</param>
public sealed record Assignment(long Id, long DataUnit, long Project, long Task) : AnnotatedItem(Id, DataUnit)
{
    /// <summary>Who labels it; null when that is not known.</summary>
    public string? Assignee { get; init; }

    /// <summary>How far labelling is.</summary>
    public LabelStatus LabelStatus { get; init; }

    /// <summary>How far review is.</summary>
    public ReviewStatus ReviewStatus { get; init; }
}

/// <summary>What is held to be true of a data unit: an item of a dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DataUnit">The data unit's id.</param>
/// <param name="Dataset">The dataset's id.</param>
/// <param name="Split">The split, for instance <c>train</c>.</param>
public sealed record GroundTruth(long Id, long DataUnit, long Dataset, string Split) : AnnotatedItem(Id, DataUnit)
{
    /// <summary>The class, where the ground truth is a classification.</summary>
    public string? Label { get; init; }

    /// <summary>The task it comes from, or null.</summary>
    public long? Task { get; init; }
}

/// <summary>How far labelling is.</summary>
public enum LabelStatus
{
    /// <summary>Nobody works on it.</summary>
    StandBy,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>Annotations were submitted.</summary>
    Submitted,

    /// <summary>It is not to be labelled.</summary>
    Skipped,
}

/// <summary>How far review is.</summary>
public enum ReviewStatus
{
    /// <summary>Nobody reviews it.</summary>
    StandBy,

    /// <summary>Somebody reviews it.</summary>
    InProgress,

    /// <summary>It must be labelled again.</summary>
    Rejected,

    /// <summary>It is accepted.</summary>
    Completed,

    /// <summary>It needs no review.</summary>
    Skipped,
}
