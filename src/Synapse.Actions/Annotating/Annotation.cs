namespace Synapse.Actions.Annotating;

/// <summary>Annotates tasks, a task an item of a durable loop.</summary>
internal static class Annotation
{
    public static Task<DurableList<AnnotatedTask>> RunAsync(
        DurableList<FoundTask> tasks, AnnotationTarget target, AddTaskDataHooks hooks, AddTaskDataParams p, AddTaskDataContext run, CancellationToken ct)
    {
        _ = target;
        return run.ForEachAsync(
            tasks,
            task => task.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            async (found, token) =>
            {
                var task = await run.Backend.Tasks.GetAsync(found.Id, token);
                var primary = new PrimaryFile(task.PrimarySpecification!, task.PrimaryFile!, run.Backend);
                var data = p.Method == AnnotationMethod.File
                    ? await hooks.ConvertDataFromFile(primary, new(p.TargetSpecificationName!, task.Files[p.TargetSpecificationName!], run.Backend), task, token)
                    : await hooks.ConvertDataFromInference(
                        await run.Backend.ServeApplications.InferAsync(p.PreProcessor!.Value, await hooks.SetupInferenceParams(primary, task, token), token), primary, task, token);
                await run.Backend.Tasks.AnnotateAsync(task.Id, data.Json, p.Schema, token);
                return new AnnotatedTask(task.Id, data.Json.GetRawText().Length);
            },
            p.Workers,
            ct: ct);
    }
}
