using Synapse.Backends;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class DescribeVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        VerbArguments.Parse(host, Verb.Describe, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.Describe);
        }
        else if (options.Schema is { } name)
        {
            var action = ActionLookup.Find(host, name);
            host.Console.Out.WriteLine(action.Parameters?.JsonSchema ?? """{"type":"object","additionalProperties":false}""");
        }
        else if (options.Json)
        {
            WithBackend(host, backend => DescribeJson.Write(host.Console.OutBytes, host.Plugin, backend));
        }
        else
        {
            WithBackend(host, backend => DescribeText.Write(host, backend));
        }
        return ExitCode.Done;
    }

    /// <summary>It is asked only what it would promise, for which it need not open anything.</summary>
    private static void WithBackend(HostContext host, Action<IBackend> describe)
    {
        var backend = host.Backend(StateFolder.At(StatePlace.Path(host, new GivenOptions())));
        using var closing = backend as IDisposable;
        describe(backend);
    }
}
