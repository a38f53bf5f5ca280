using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Journal;

namespace Synapse.Runtime.Hosting.Launching;

/// <summary>Where the runs are, and which one is meant.</summary>
internal static class StatePlace
{
    public static string Path(HostContext host, GivenOptions options) =>
        StateFolder.Resolve(options.State, host.Environment.Variable(StateFolder.Variable), host.Environment.CurrentDirectory);

    /// <summary>What a shown command needs to find the same runs; quoted for a shell where it must be.</summary>
    public static string Option(GivenOptions options) => options.State switch
    {
        null => "",
        { } path when path.All(static c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-') => $" --state {path}",
        { } path => $" --state '{path.Replace("'", "'\\''", StringComparison.Ordinal)}'",
    };

    /// <exception cref="UsageException">No run or several fit the name.</exception>
    public static RunFolder Find(HostContext host, GivenOptions options, string name)
    {
        try
        {
            return RunCatalog.Find(StateFolder.At(Path(host, options)), name);
        }
        catch (StateException e)
        {
            throw new UsageException(e.Message, $"'{host.Command} runs{Option(options)}' lists them; --state DIR looks in another folder.");
        }
    }
}
