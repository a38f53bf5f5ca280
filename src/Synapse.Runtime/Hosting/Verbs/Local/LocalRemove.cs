using System.Globalization;
using Synapse.Backends;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>Removes things by their ids.</summary>
internal static class LocalRemove
{
    public static async Task<ExitCode> RunAsync(LocalVerb local, IBackend backend)
    {
        var kind = LocalKind.Find(local.Operands[0], local.Advice);
        var ids = local.Operands.Skip(1).Select(word => Id(word, local.Advice)).ToList();
        if (ids.Count == 0)
        {
            throw new UsageException($"local rm: name the ids to remove; '{local.Host.Command} local ls {kind.Name}' lists them.", local.Advice);
        }

        foreach (var id in ids)
        {
            var found = local.Exists && await kind.Remove(backend, id);
            local.Say(found ? $"Removed {kind.Name.TrimEnd('s')} {id}." : $"There is no {kind.Name.TrimEnd('s')} {id}.");
        }

        return ExitCode.Done;
    }

    private static long Id(string word, string advice) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new UsageException($"local rm: '{word}' is no id.", advice);
}
