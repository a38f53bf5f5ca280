using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Removes things by their ids.</summary>
internal static class LocalRemove
{
    public static async Task<ExitCode> RunAsync(LocalVerb local, LocalBackend backend)
    {
        var kind = LocalKind.Find(local.Operands[0], local.Advice);
        var ids = local.Operands.Skip(1).Select(local.Id).ToList();
        var remove = kind.Remove ?? throw new UsageException("local rm: a dataset's versions go with it; they cannot be removed alone.", local.Advice);
        if (ids.Count == 0)
        {
            throw new UsageException($"local rm: name the ids to remove; '{local.Host.Command} local ls {kind.Name}' lists them.", local.Advice);
        }

        foreach (var id in ids)
        {
            var found = local.Exists && await remove(backend, id);
            local.Say(found ? $"Removed {kind.Singular} {id}." : $"There is no {kind.Singular} {id}.");
        }

        return ExitCode.Done;
    }
}
