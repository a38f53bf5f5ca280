[assembly: SynapsePlugin("empty")]

namespace Empty;

/// <summary>Does nothing, durably: what a run costs beyond its own work.</summary>
public static partial class Plugin
{
    [PluginAction("nothing")]
    public static void Nothing()
    {
    }
}
