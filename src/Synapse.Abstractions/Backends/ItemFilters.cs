namespace Synapse.Backends;

/// <summary>Which tasks to list: those to which everything applies that is given.</summary>
public sealed record TaskFilter
{
    /// <summary>Those of a project.</summary>
    public long? Project { get; init; }

    /// <summary>Those with one of these ids.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Those that labelling is so far with.</summary>
    public LabelStatus? LabelStatus { get; init; }

    /// <summary>Those that review is so far with.</summary>
    public ReviewStatus? ReviewStatus { get; init; }

    /// <summary>Those that have annotations, or those that have none.</summary>
    public bool? HasData { get; init; }
}

/// <summary>Which assignments to list: those to which everything applies that is given.</summary>
public sealed record AssignmentFilter
{
    /// <summary>Those of a project.</summary>
    public long? Project { get; init; }

    /// <summary>Those with one of these ids.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Those of these tasks.</summary>
    public IReadOnlyList<long>? Tasks { get; init; }

    /// <summary>Those of one person.</summary>
    public string? Assignee { get; init; }

    /// <summary>Those that labelling is so far with.</summary>
    public LabelStatus? LabelStatus { get; init; }

    /// <summary>Those that review is so far with.</summary>
    public ReviewStatus? ReviewStatus { get; init; }
}

/// <summary>Which ground truth to list: of a dataset as it is now, or of a version of it.</summary>
public sealed record GroundTruthFilter
{
    /// <summary>The items of a dataset as it is now. Give this or a version.</summary>
    public long? Dataset { get; init; }

    /// <summary>The items that a dataset had when this version of it was made. Give this or a dataset.</summary>
    public long? DatasetVersion { get; init; }

    /// <summary>Those with one of these ids.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>Those of one split.</summary>
    public string? Split { get; init; }

    /// <summary>Those of these classes.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}
