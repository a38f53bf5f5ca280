using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs.Local;

/// <summary>How many of each kind there are.</summary>
internal static class LocalOverview
{
    public static async Task<ExitCode> WriteAsync(LocalVerb local, LocalBackend backend)
    {
        if (!local.Exists)
        {
            local.Say($"There is no embedded backend in {local.State.Path} yet; the first run that uploads makes it.");
            return ExitCode.Done;
        }

        local.Say($"Embedded backend in {local.State.Backend}");
        var table = new TextTable();
        foreach (var kind in LocalKind.All)
        {
            table.Add(kind.Name, $"{await kind.CountAsync(backend)}");
        }

        table.Write(local.Out);
        return ExitCode.Done;
    }
}
