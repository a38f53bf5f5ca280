using System.Runtime.CompilerServices;

namespace Synapse.Actions.Annotating;

/// <summary>Lists the tasks of a pre-annotation.</summary>
internal static class TaskListing
{
    public static async IAsyncEnumerable<FoundTask> ReadAsync(AddTaskDataParams p, AddTaskDataContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = new TaskFilter { Project = p.Project, Ids = p.TaskFilters.Ids, HasData = p.TaskFilters.HasData };
        await foreach (var task in run.Backend.Tasks.ListAsync(filter, ct))
        {
            yield return new(task.Id);
        }
    }
}
