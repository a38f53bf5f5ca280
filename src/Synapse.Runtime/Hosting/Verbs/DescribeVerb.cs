using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
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
            DescribeJson.Write(host.Console.OutBytes, host.Plugin);
        }
        else
        {
            DescribeText.Write(host);
        }
        return ExitCode.Done;
    }
}
