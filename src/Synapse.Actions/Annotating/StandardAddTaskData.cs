using Synapse.Actions.Annotating;

namespace Synapse.Actions;

/// <summary>
/// The steps of a pre-annotation: <c>[AddTaskDataAction]</c> on a class with one of the conversions of
/// <see cref="AddTaskDataHooks"/> is a whole action. Its parameters are <see cref="AddTaskDataParams"/> or a record derived
/// from it. A step that takes and returns <c>DurableList&lt;FoundTask&gt;</c> is a filter.
/// </summary>
[StepSet]
public sealed class StandardAddTaskData
{
    /// <summary>Looks up the project and its data collection, and checks that all is there that the method needs.</summary>
    [Step(Weight = 0.5)]
    public Task<AnnotationTarget> Initialize(AddTaskDataParams p, AddTaskDataHooks hooks, AddTaskDataContext run, CancellationToken ct) =>
        AnnotationTargets.FindAsync(p, hooks, run, ct);

    /// <summary>Makes sure that the serve application runs, where a model is asked.</summary>
    [Step(SkipWhen = nameof(AsksNoModel))]
    public Task Prepare(AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct) => Serving.PrepareAsync(p, run, ct);

    /// <summary>Lists the tasks.</summary>
    [Step(Weight = 0.5)]
    public IAsyncEnumerable<FoundTask> FetchTasks(AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct) => TaskListing.ReadAsync(p, run, ct);

    /// <summary>Makes annotations for each task and submits them.</summary>
    [Step(Weight = 8)]
    public Task<DurableList<AnnotatedTask>> AnnotateTaskData(
        DurableList<FoundTask> tasks, AnnotationTarget target, AddTaskDataHooks hooks, AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct) =>
        Annotation.RunAsync(tasks, target, hooks, p, run, ct);

    /// <summary>Puts the result together.</summary>
    [Step(Weight = 0.2, Result = true)]
    public AddTaskDataResult Finalize(DurableList<AnnotatedTask> annotated, AddTaskDataContext run)
    {
        var result = AnnotationReport.Write(run, annotated);
        run.Log.Success("Annotated {Annotated} of {Total} tasks", result.SuccessCount, result.TotalTasks);
        return result;
    }

    /// <summary>Why <see cref="Prepare"/> is skipped.</summary>
    public string? AsksNoModel(AddTaskDataParams p) => p.Method == AnnotationMethod.File ? "annotations are made out of files, no model is asked" : null;
}
