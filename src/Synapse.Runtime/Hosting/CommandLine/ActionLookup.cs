using Synapse.Wiring;

namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Finds an action by its name.</summary>
internal static class ActionLookup
{
    // What the platform calls the one pre-annotation of a plugin, today and before.
    private static readonly string[] PreAnnotation = ["to_task", "add_task_data"];

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
        if (PreAnnotation.Contains(name) && host.Plugin.Actions.Where(action => action.Kind == ActionKind.AddTaskData).ToList() is [var only])
        {
            return only;
        }
        throw new UsageException(
            $"Unknown action '{name}'.{Spelling.DidYouMean(name, host.Plugin.Actions.Select(action => action.Name))} {host.Plugin.Name} has: {Names(host)}.",
            $"See '{host.Command}'.");
    }

    public static string Names(HostContext host) => string.Join(", ", host.Plugin.Actions.Select(action => action.Name));
}
