using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Finds an action by its name.</summary>
internal static class ActionLookup
{
    /// <exception cref="UsageException">There is none of this name.</exception>
    public static ActionDescriptor Find(HostContext host, string name)
    {
        foreach (var action in host.Plugin.Actions)
        {
            if (action.Name == name)
            {
                return action;
            }
        }
        throw new UsageException(
            $"Unknown action '{name}'.{Spelling.DidYouMean(name, host.Plugin.Actions.Select(action => action.Name))} {host.Plugin.Name} has: {Names(host)}.",
            $"See '{host.Command}'.");
    }

    public static string Names(HostContext host) => string.Join(", ", host.Plugin.Actions.Select(action => action.Name));
}
