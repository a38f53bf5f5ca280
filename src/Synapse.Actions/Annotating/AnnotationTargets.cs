using System.Globalization;
using Synapse.Binding;

namespace Synapse.Actions.Annotating;

/// <summary>What a pre-annotation works on.</summary>
internal static class AnnotationTargets
{
    private const int ShownIds = 10;

    /// <summary>All that is wrong at once, before a task is looked at.</summary>
    public static async Task<AnnotationTarget> FindAsync(AddTaskDataParams p, AddTaskDataHooks hooks, AddTaskDataContext run, CancellationToken ct)
    {
        var problems = Hooks(p, hooks).ToList();
        try
        {
            var project = await run.Backend.Projects.GetAsync(p.Project, ct);
            await AddMissingIdsAsync(p, project, run, problems, ct);
            var collection = await run.Backend.DataCollections.GetAsync(project.DataCollection, ct);
            if (p.Method == AnnotationMethod.File && !collection.Files.Any(file => file.Name == p.TargetSpecificationName))
            {
                problems.Add(NoSpecification(p.TargetSpecificationName!, collection));
            }

            if (problems.Count == 0)
            {
                return new(project, collection);
            }
        }
        catch (BackendException e) when (!e.IsTransient)
        {
            problems.Add(Redaction.Of(e.Message));
        }

        throw new AnnotationException("Nothing can be annotated: " + string.Join(" Also: ", problems));
    }

    private static IEnumerable<string> Hooks(AddTaskDataParams p, AddTaskDataHooks hooks)
    {
        string[] needed = p.Method == AnnotationMethod.File
            ? [nameof(AddTaskDataHooks.ConvertDataFromFile)]
            : [nameof(AddTaskDataHooks.SetupInferenceParams), nameof(AddTaskDataHooks.ConvertDataFromInference)];
        var missing = needed.Where(name => !hooks.Has(name)).ToList();
        if (missing.Count > 0)
        {
            var method = p.Method == AnnotationMethod.File ? "file" : "inference";
            var other = p.Method == AnnotationMethod.File ? "inference" : "file";
            yield return $"the method {method} needs {string.Join(" and ", missing)}, which the action does not have. Write it, or use the method {other}.";
        }
    }

    private static string NoSpecification(string name, DataCollection collection)
    {
        string[] names = [.. collection.Files.Select(file => file.Name)];
        return $"'{name}' (target_specification_name) is no file specification of data collection '{collection.Name}': {string.Join(", ", names)}.{Suggestion.For(name, names)}";
    }

    private static async Task AddMissingIdsAsync(AddTaskDataParams p, Project project, AddTaskDataContext run, List<string> problems, CancellationToken ct)
    {
        if (p.TaskFilters.Ids is not { Count: > 0 } ids)
        {
            return;
        }

        var missing = new HashSet<long>(ids);
        await foreach (var task in run.Backend.Tasks.ListAsync(new() { Project = p.Project, Ids = [.. missing] }, ct))
        {
            missing.Remove(task.Id);
        }

        if (missing.Count > 0)
        {
            var shown = string.Join(", ", missing.Order().Take(ShownIds).Select(id => id.ToString(CultureInfo.InvariantCulture)));
            var more = missing.Count > ShownIds ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - ShownIds} more") : "";
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{missing.Count} of the ids in task_filters are no tasks of project {project.Id}, '{project.Name}': {shown}{more}."));
        }
    }
}
