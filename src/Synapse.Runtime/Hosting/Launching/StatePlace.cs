using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>Where the runs are, and which one is meant.</summary>
internal static class StatePlace
{
    public static string Path(HostContext host, GivenOptions options) =>
        StateFolder.Resolve(options.State, host.Environment.Variable(StateFolder.Variable), host.Environment.CurrentDirectory);

    /// <exception cref="UsageException">No run or several fit the name.</exception>
    public static RunFolder Find(HostContext host, GivenOptions options, string name)
    {
        try
        {
            return RunCatalog.Find(StateFolder.At(Path(host, options)), name);
        }
        catch (StateException e)
        {
            throw new UsageException(e.Message, $"'{host.Command} runs' lists the runs of the state folder; --state DIR chooses another one.");
        }
    }
}
