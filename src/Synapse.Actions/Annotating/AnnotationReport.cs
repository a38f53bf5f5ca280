namespace Synapse.Actions.Annotating;

/// <summary>What became of each task.</summary>
internal static class AnnotationReport
{
    public static AddTaskDataResult Finish(DurableList<FoundTask> tasks, DurableList<AnnotatedTask> annotated, AddTaskDataContext run) =>
        new(tasks.Count, annotated.Count, tasks.Count - annotated.Count, [], run.WorkDir);
}
