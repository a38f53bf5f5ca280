using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Synapse.Actions;

/// <summary>
/// Which items are exported. It is what <see cref="ITasks.ListAsync"/>, <see cref="IAssignments.ListAsync"/> and
/// <see cref="IGroundTruths.ListAsync"/> ask for: <c>run.Backend.Assignments.ListAsync(p.Filter, ct)</c>.
/// </summary>
[Params]
public sealed partial record ExportFilter
{
    /// <summary>Project of the tasks or assignments.</summary>
    [Range(1, long.MaxValue)]
    public long? Project { get; init; }

    /// <summary>Dataset, for its ground truth as it is now.</summary>
    [Range(1, long.MaxValue)]
    public long? GroundTruthDataset { get; init; }

    /// <summary>Version of a dataset, for the ground truth that it had then.</summary>
    [Range(1, long.MaxValue)]
    public long? GroundTruthDatasetVersion { get; init; }

    /// <summary>Ids of tasks, assignments or ground truth.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Tasks whose assignments are exported.</summary>
    public IReadOnlyList<long>? Tasks { get; init; }

    /// <summary>Person whose assignments are exported.</summary>
    public string? Assignee { get; init; }

    /// <summary>How far labelling is.</summary>
    public LabelStatus? StatusLabel { get; init; }

    /// <summary>How far review is.</summary>
    public ReviewStatus? StatusReview { get; init; }

    /// <summary>Whether tasks have annotations.</summary>
    public bool? HasData { get; init; }

    /// <summary>Split of the ground truth, for instance train.</summary>
    [JsonPropertyName("category")]
    public string? Split { get; init; }

    /// <summary>Classes of the ground truth.</summary>
    [JsonPropertyName("classes")]
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>As a filter of tasks.</summary>
    /// <param name="filter">The filter.</param>
    public static implicit operator TaskFilter(ExportFilter filter) => filter.ToTaskFilter();

    /// <summary>As a filter of assignments.</summary>
    /// <param name="filter">The filter.</param>
    public static implicit operator AssignmentFilter(ExportFilter filter) => filter.ToAssignmentFilter();

    /// <summary>As a filter of ground truth.</summary>
    /// <param name="filter">The filter.</param>
    public static implicit operator GroundTruthFilter(ExportFilter filter) => filter.ToGroundTruthFilter();

    /// <summary>As a filter of tasks.</summary>
    public TaskFilter ToTaskFilter() =>
        new() { Project = Project, Ids = Ids, LabelStatus = StatusLabel, ReviewStatus = StatusReview, HasData = HasData };

    /// <summary>As a filter of assignments.</summary>
    public AssignmentFilter ToAssignmentFilter() =>
        new() { Project = Project, Ids = Ids, Tasks = Tasks, Assignee = Assignee, LabelStatus = StatusLabel, ReviewStatus = StatusReview };

    /// <summary>As a filter of ground truth.</summary>
    public GroundTruthFilter ToGroundTruthFilter() =>
        new() { Dataset = GroundTruthDataset, DatasetVersion = GroundTruthDatasetVersion, Ids = Ids, Split = Split, Labels = Labels };

    /// <summary>What the filter lacks for a target, and what of it means nothing there.</summary>
    internal IEnumerable<string> ProblemsFor(ExportTarget target)
    {
        var (name, known) = target switch
        {
            ExportTarget.Task => ("task", new[] { "project", "ids", "status_label", "status_review", "has_data" }),
            ExportTarget.Assignment => ("assignment", ["project", "ids", "tasks", "assignee", "status_label", "status_review"]),
            _ => ("ground_truth", ["ground_truth_dataset", "ground_truth_dataset_version", "ids", "category", "classes"]),
        };
        foreach (var key in Given().Where(key => !known.Contains(key)))
        {
            yield return $"'{key}' means nothing with target {name}, which knows {string.Join(", ", known)}.";
        }

        if (target == ExportTarget.GroundTruth && (GroundTruthDataset is null) == (GroundTruthDatasetVersion is null))
        {
            yield return "give ground_truth_dataset, or ground_truth_dataset_version, and not both.";
        }
        else if (target != ExportTarget.GroundTruth && Project is null)
        {
            yield return $"missing: target {name} needs a project.";
        }
    }

    private IEnumerable<string> Given()
    {
        (string Key, bool IsGiven)[] keys =
        [
            ("project", Project is not null),
            ("ground_truth_dataset", GroundTruthDataset is not null),
            ("ground_truth_dataset_version", GroundTruthDatasetVersion is not null),
            ("ids", Ids is not null),
            ("tasks", Tasks is not null),
            ("assignee", Assignee is not null),
            ("status_label", StatusLabel is not null),
            ("status_review", StatusReview is not null),
            ("has_data", HasData is not null),
            ("category", Split is not null),
            ("classes", Labels is not null),
        ];
        return keys.Where(key => key.IsGiven).Select(key => key.Key);
    }
}
