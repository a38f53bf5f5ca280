using Synapse.Backends;
using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Creates projects, and tasks of them.</summary>
internal static class LocalAddWork
{
    private const int Batch = 1000;

    public static async Task<ExitCode> ProjectAsync(LocalVerb local, LocalBackend backend)
    {
        var collection = local.Options.Collection ?? throw new UsageException(
            $"local add-project: '{local.Operands[0]}' needs the data collection it labels: --collection ID. '{local.Host.Command} local ls collections' lists them.", local.Advice);
        var project = await backend.Projects.CreateAsync(new(local.Operands[0], collection), LocalAdd.Key());
        local.Say($"Project {project.Id}, '{project.Name}', labels data units of collection {collection}. 'local add-tasks {project.Id} --all' makes their tasks.");
        return ExitCode.Done;
    }

    public static async Task<ExitCode> TasksAsync(LocalVerb local, LocalBackend backend)
    {
        var id = local.Id(local.Operands[0]);
        var units = local.Operands.Skip(1).Select(local.Id).ToList();
        if (units.Count > 0 == local.Options.All)
        {
            throw new UsageException($"local add-tasks: name the data units, or give --all{(local.Options.All ? ", not both" : "")}.", local.Advice);
        }

        local.NeedBackend();
        var project = await backend.Projects.GetAsync(id);
        var created = local.Options.All
            ? await CreateMissingAsync(backend, project)
            : (await backend.Tasks.CreateAsync(id, units, LocalAdd.Key())).Count;
        local.Say($"Project {id}, '{PlainText.Line(project.Name)}', has {Amount.Of(created, "new task")}, {Amount.Of(await backend.Tasks.CountAsync(new() { Project = id }), "task")} in all.");
        return ExitCode.Done;
    }

    /// <summary>In batches: one that was killed goes on when it is called again.</summary>
    private static async Task<long> CreateMissingAsync(LocalBackend backend, Project project)
    {
        var has = new HashSet<long>();
        await foreach (var task in backend.Tasks.ListAsync(new() { Project = project.Id }))
        {
            has.Add(task.DataUnit);
        }

        long created = 0;
        var batch = new List<long>(Batch);
        await foreach (var unit in backend.DataUnits.ListAsync(project.DataCollection))
        {
            if (has.Contains(unit.Id))
            {
                continue;
            }

            batch.Add(unit.Id);
            if (batch.Count == Batch)
            {
                created += (await backend.Tasks.CreateAsync(project.Id, batch, LocalAdd.Key())).Count;
                batch = new(Batch);
            }
        }

        created += batch.Count == 0 ? 0 : (await backend.Tasks.CreateAsync(project.Id, batch, LocalAdd.Key())).Count;
        return created;
    }
}
