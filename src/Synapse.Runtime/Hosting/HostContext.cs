using Synapse.Runtime.Hosting.Terminal;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting;

/// <summary>What every verb needs: the plugin, the streams and the surroundings.</summary>
internal sealed record HostContext(PluginDescriptor Plugin, HostConsole Console, HostEnvironment Environment)
{
    /// <summary>The program as the user typed it.</summary>
    public string Command => Environment.Command;
}
