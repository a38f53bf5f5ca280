using Synapse.Backends;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Hosting.Terminal;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime.Hosting;

/// <summary>What every verb needs.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Console">The streams.</param>
/// <param name="Environment">The surroundings.</param>
/// <param name="Backend">The backend of a state folder; it opens itself when a step first asks it for something.</param>
internal sealed record HostContext(
    PluginDescriptor Plugin,
    IReadOnlyList<string> Arguments,
    HostConsole Console,
    HostEnvironment Environment,
    Func<StateFolder, IBackend> Backend)
{
    /// <summary>Puts the program anew, with these arguments, in the place of this process.</summary>
    public Func<IReadOnlyList<string>, ExitCode> Restart { get; init; } = ProcessRestart.With;

    /// <summary>How programs of actions are started; null to start them directly.</summary>
    public ChildLauncher? Launcher { get; init; }

    /// <summary>The program as the user typed it.</summary>
    public string Command => Environment.Command;

    /// <summary>Whether the output is only a report of a run: losing it is then no failure.</summary>
    public bool ReportsRun => Arguments is ["run" or "resume" or "rollback", ..];
}
