using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

/// <summary>What the verbs about one run have in common: their options, their help, and the run that is meant.</summary>
internal sealed record OneRun(HostContext Host, GivenOptions Options, RunFolder Folder, IReadOnlyList<string> Operands)
{
    public string Short => Folder.Id.Short;

    public static ExitCode Execute(HostContext host, Verb verb, Arguments arguments, Func<OneRun, ExitCode> work)
    {
        var options = new GivenOptions();
        var operands = VerbArguments.Parse(host, verb, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, verb);
            return ExitCode.Done;
        }
        var run = new OneRun(host, options, StatePlace.Find(host, options, operands[0]), operands);
        try
        {
            return work(run);
        }
        catch (RunHeldException e)
        {
            ErrorText.Write(host, $"{e.Message} Wait for it: {run.Command("wait")}");
            return ExitCode.Held;
        }
    }

    /// <summary>A command about this run, to be copied into a shell.</summary>
    public string Command(string verb) => $"{Host.Command} {verb} {Short}{StatePlace.Option(Options)}";
}
