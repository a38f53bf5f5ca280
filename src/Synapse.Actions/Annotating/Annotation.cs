using System.Globalization;

namespace Synapse.Actions.Annotating;

/// <summary>Annotates tasks, a task an item of a durable loop: one whose annotations are submitted is not done again.</summary>
internal static class Annotation
{
    private const int ShownCauses = 3;

    public static async Task<DurableList<AnnotatedTask>> RunAsync(
        DurableList<FoundTask> tasks, AnnotationTarget target, AddTaskDataHooks hooks, AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct)
    {
        run.Log.Info("Annotating {Count} tasks of project {Project}", tasks.Count, target.Project.Name);
        var metrics = new AnnotationMetrics(run);
        var annotated = await LoopAsync(tasks, new(hooks, p, run.Backend), metrics, p, run, ct);
        metrics.Report(annotated.Count, annotated.Failures.Count, 0);
        if (annotated.Failures.Count == 0)
        {
            return annotated;
        }

        var causes = string.Join(" ", annotated.Failures.Take(ShownCauses).Select(failure => $"Task {failure.Key}: {failure.Message}"));
        if (annotated.Count == 0)
        {
            throw new AnnotationException(string.Create(
                CultureInfo.InvariantCulture,
                $"None of {annotated.Failures.Count} tasks could be annotated. {causes} All causes: {AnnotationReport.PathOf(run)}. Once they are gone, resume goes on."));
        }

        run.Log.Warning("{Count} of {Total} tasks could not be annotated. {Causes}", annotated.Failures.Count, annotated.Count + annotated.Failures.Count, causes);
        return annotated;
    }

    private static async Task<DurableList<AnnotatedTask>> LoopAsync(
        DurableList<FoundTask> tasks, TaskAnnotator annotator, AnnotationMetrics metrics, AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct)
    {
        using var notes = AnnotationNotes.Open(run);
        try
        {
            var annotated = await run.ForEachAsync(
                tasks, task => task.Id.ToString(CultureInfo.InvariantCulture), (task, token) => OneAsync(task.Id, annotator, notes, token), Options(p, metrics), ct);
            AnnotationReport.Write(run, annotated);
            return annotated;
        }
        catch (Exception e)
        {
            AnnotationReport.WriteUnfinished(run, e);
            if (p.MaxFailures is { } limit && AnnotationFailure(e) is { } first)
            {
                throw new AnnotationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"More than {limit} tasks failed (max_failures), so the rest was not begun. The first: {first.Message} All causes: {AnnotationReport.PathOf(run)}. Once they are gone, resume goes on."));
            }

            throw;
        }
    }

    // To ask a model again is dear, so after a crash no more than what was under way is; files are quick.
    private static ForEachOptions Options(AddTaskDataParams p, AnnotationMetrics metrics) => new()
    {
        Parallelism = p.Workers,
        Retries = p.MaxRetries,
        RetryDelay = TimeSpan.FromSeconds(p.RetryDelaySeconds),
        RetryWhen = failure => failure is AnnotationException { IsTransient: true },
        AllowedFailures = p.MaxFailures ?? int.MaxValue,
        Duplicates = DuplicateItems.Skip,
        Durability = p.Method == AnnotationMethod.Inference ? ItemDurability.Strict : ItemDurability.Grouped,
        Progress = metrics.Report,
    };

    private static async Task<AnnotatedTask> OneAsync(long id, TaskAnnotator annotator, AnnotationNotes notes, CancellationToken ct)
    {
        try
        {
            var annotated = await annotator.AnnotateAsync(id, ct);
            notes.Add(annotated);
            return annotated;
        }
        catch (AnnotationException e)
        {
            notes.Add(new TaskFailure(id, e.Message));
            throw;
        }
    }

    // The loop hands a single failure on as it is, and several with the first one inside.
    private static AnnotationException? AnnotationFailure(Exception failure) => failure as AnnotationException ?? failure.InnerException as AnnotationException;
}
