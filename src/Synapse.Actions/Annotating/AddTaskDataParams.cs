using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Synapse.Actions;

/// <summary>Which tasks to annotate, and by what. Derive from it to add parameters of your own.</summary>
[Params]
public partial record AddTaskDataParams
{
    /// <summary>Name of this pre-annotation.</summary>
    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>What the pre-annotation is for.</summary>
    public string? Description { get; init; }

    /// <summary>Project whose tasks are annotated.</summary>
    [Range(1, long.MaxValue)]
    public required long Project { get; init; }

    /// <summary>Agent that runs the model, on the platform.</summary>
    [Range(1, long.MaxValue)]
    public long? Agent { get; init; }

    /// <summary>Which tasks of the project.</summary>
    public AddTaskDataFilter TaskFilters { get; init; } = new();

    /// <summary>What annotations are made out of.</summary>
    public AnnotationMethod Method { get; init; } = AnnotationMethod.File;

    /// <summary>File specification of the file that annotations are made out of; needed by the method file.</summary>
    public string? TargetSpecificationName { get; init; }

    /// <summary>Model to ask, where the serve application has several.</summary>
    [Range(1, long.MaxValue)]
    public long? Model { get; init; }

    /// <summary>Serve application to ask, on the platform its plugin release; needed by the method inference.</summary>
    [Range(1, long.MaxValue)]
    public long? PreProcessor { get; init; }

    /// <summary>What the action's own hooks are to know of the model, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? PreProcessorParams { get; init; }

    /// <summary>How long to wait for the serve application to run, in seconds.</summary>
    [Range(1, 86_400)]
    public int ServeTimeoutSeconds { get; init; } = 600;

    /// <summary>What the annotations must look like.</summary>
    public DataSchema Schema { get; init; } = DataSchema.DmSchemaV1;

    /// <summary>Tasks that are annotated at once.</summary>
    [Range(1, 256)]
    public int Workers { get; init; } = 8;

    /// <summary>How often a task is tried again that fails for a reason which may pass: nothing answered, or only that it is too busy.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 2;

    /// <summary>Seconds before a task's first retry. The wait doubles with each further failure.</summary>
    [Range(0.0, 300.0)]
    public double RetryDelaySeconds { get; init; } = 1;

    /// <summary>How long one try of a task may take, in seconds. Without it any time. A hook that does not take the token is not stopped by it.</summary>
    [Range(1, 86_400)]
    public int? TaskTimeoutSeconds { get; init; }

    /// <summary>How many tasks may fail; one more ends the pre-annotation. Without it any number may, but not all.</summary>
    [Range(0, int.MaxValue)]
    public int? MaxFailures { get; init; }

    partial void Validate(ParamErrors errors)
    {
        if (Method == AnnotationMethod.File && string.IsNullOrWhiteSpace(TargetSpecificationName))
        {
            errors.Add(nameof(TargetSpecificationName), "missing: the method file makes annotations out of a file. Name its file specification, or use the method inference.");
        }

        if (Method == AnnotationMethod.Inference && PreProcessor is null)
        {
            errors.Add(nameof(PreProcessor), "missing: the method inference asks a serve application. Give its id, or use the method file.");
        }
    }
}

/// <summary>What annotations are made out of.</summary>
public enum AnnotationMethod
{
    /// <summary>A file of the task's data unit.</summary>
    File,

    /// <summary>The answer of a model.</summary>
    Inference,
}

/// <summary>Which tasks of a project are annotated.</summary>
[Params]
public sealed partial record AddTaskDataFilter
{
    /// <summary>Ids of tasks.</summary>
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>How far labelling is.</summary>
    public LabelStatus? StatusLabel { get; init; }

    /// <summary>How far review is.</summary>
    public ReviewStatus? StatusReview { get; init; }

    /// <summary>Whether tasks have annotations.</summary>
    public bool? HasData { get; init; }
}
