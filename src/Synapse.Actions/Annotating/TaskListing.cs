using System.Runtime.CompilerServices;

namespace Synapse.Actions.Annotating;

/// <summary>Lists the tasks of a pre-annotation, each once.</summary>
internal static class TaskListing
{
    public static async IAsyncEnumerable<FoundTask> ReadAsync(AddTaskDataParams p, AddTaskDataContext run, [EnumeratorCancellation] CancellationToken ct)
    {
        var filter = new TaskFilter
        {
            Project = p.Project,
            Ids = p.TaskFilters.Ids,
            LabelStatus = p.TaskFilters.StatusLabel,
            ReviewStatus = p.TaskFilters.StatusReview,
            HasData = p.TaskFilters.HasData,
        };
        var seen = new HashSet<long>();
        await foreach (var task in run.Backend.Tasks.ListAsync(filter, ct))
        {
            if (seen.Add(task.Id))
            {
                yield return new(task.Id);
            }
        }

        // Who pre-annotates what is new, again and again, must not fail when nothing is.
        if (seen.Count == 0)
        {
            run.Log.Warning("No task of project {Project} fits task_filters, so there is nothing to annotate", p.Project);
        }
        else
        {
            run.Log.Info("Found {Count} tasks to annotate", seen.Count);
        }
    }
}
