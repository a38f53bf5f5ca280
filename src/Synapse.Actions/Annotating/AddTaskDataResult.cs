namespace Synapse.Actions;

/// <summary>What a pre-annotation did.</summary>
/// <param name="TotalTasks">Tasks that were to be annotated.</param>
/// <param name="SuccessCount">Tasks whose annotations were submitted.</param>
/// <param name="EmptyCount">Tasks among those in which nothing was found.</param>
/// <param name="FailedCount">Tasks whose annotations were not submitted.</param>
/// <param name="Failures">The first hundred of those, with their causes.</param>
/// <param name="Report">The report's file: a line of JSON for each task.</param>
public sealed record AddTaskDataResult(
    int TotalTasks, int SuccessCount, int EmptyCount, int FailedCount, IReadOnlyList<TaskFailure> Failures, string Report);

/// <summary>A task that could not be annotated.</summary>
/// <param name="TaskId">The task's id.</param>
/// <param name="Error">The cause.</param>
public sealed record TaskFailure(long TaskId, string Error);

/// <summary>What a pre-annotation works on, once it is known to exist.</summary>
/// <param name="Project">The project.</param>
/// <param name="Collection">Its data collection.</param>
public sealed record AnnotationTarget(Project Project, DataCollection Collection);

/// <summary>A task that is to be annotated.</summary>
/// <param name="Id">Its id.</param>
public sealed record FoundTask(long Id);

/// <summary>A task whose annotations are submitted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bytes">How long they are, as JSON.</param>
/// <param name="IsEmpty">Whether there are none: nothing was found.</param>
public sealed record AnnotatedTask(long Id, int Bytes, bool IsEmpty);
