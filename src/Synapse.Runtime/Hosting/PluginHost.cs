using Synapse.Runtime.Backends.Local;
using Synapse.Runtime.Hosting;
using Synapse.Runtime.Hosting.Terminal;
using Synapse.Runtime.Hosting.Verbs;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Running;
using Synapse.Wiring;

namespace Synapse.Runtime;

/// <summary>The way from the command line into a plugin. The generated <c>Main</c> calls it.</summary>
public static class PluginHost
{
    /// <summary>Does what the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="plugin">The plugin, as the generator wrote it.</param>
    /// <returns>0 done, 1 failed, 2 wrong usage or params, 3 rollback incomplete, 4 cannot journal, 5 run held, 128 + signal when interrupted.</returns>
    public static int Run(string[] args, PluginDescriptor plugin)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(plugin);
        if (LauncherMode.TryRun(args) is { } child)
        {
            return child;
        }

        var environment = HostEnvironment.Current(plugin.Code);
        using var console = HostConsole.Standard(environment);
        return (int)Run(new HostContext(plugin, args, console, environment, OpenBackend) { Launcher = ChildLauncher.OfThisBinary() });
    }

    internal static ExitCode Run(HostContext host)
    {
        try
        {
            var code = Router.Route(host);
            host.Console.Out.Flush();
            return code == ExitCode.Done && host.Console.OutputFault is { } fault ? OutputLost(host, fault) : code;
        }
        catch (UsageException e)
        {
            ErrorText.Write(host, e);
            return ExitCode.Usage;
        }
        catch (StateException e)
        {
            ErrorText.Write(host, e.Message);
            return ExitCode.CannotJournal;
        }
        catch (JournalException e)
        {
            ErrorText.Write(host, e.Message);
            return ExitCode.CannotJournal;
        }
        catch (Exception e)
        {
            ErrorText.Write(host, $"This is a bug, please report it with what follows. A run that was going on can be resumed.\n{e}");
            return ExitCode.Failed;
        }
    }

    private static ExitCode OutputLost(HostContext host, IOException fault)
    {
        ErrorText.Write(host, $"The output could not be written: {fault.Message}");
        return host.ReportsRun ? ExitCode.Done : ExitCode.Failed;
    }

    private static LocalBackend OpenBackend(StateFolder state) => new(state);
}
