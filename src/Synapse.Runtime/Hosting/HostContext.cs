using Synapse.Backends;
using Synapse.Runtime.Hosting.Terminal;
using Synapse.Runtime.Journal;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting;

/// <summary>What every verb needs: the plugin, the command line, the streams, the surroundings, and the way to a backend.</summary>
internal sealed record HostContext(
    PluginDescriptor Plugin,
    IReadOnlyList<string> Arguments,
    HostConsole Console,
    HostEnvironment Environment,
    Func<StateFolder, IBackend> OpenBackend)
{
    /// <summary>The program as the user typed it.</summary>
    public string Command => Environment.Command;

    /// <summary>Whether the output is only a report of a run: losing it is then no failure.</summary>
    public bool ReportsRun => Arguments is ["run" or "resume" or "rollback", ..];
}
