namespace Synapse.Actions.Annotating;

/// <summary>What a pre-annotation works on.</summary>
internal static class AnnotationTargets
{
    public static async Task<AnnotationTarget> FindAsync(AddTaskDataParams p, AddTaskDataHooks hooks, AddTaskDataContext run, CancellationToken ct)
    {
        _ = hooks;
        var project = await run.Backend.Projects.GetAsync(p.Project, ct);
        return new(project, await run.Backend.DataCollections.GetAsync(project.DataCollection, ct));
    }
}
