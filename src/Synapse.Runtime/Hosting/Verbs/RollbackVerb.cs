using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Help;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class RollbackVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments)
    {
        var options = new GivenOptions();
        var name = VerbArguments.Parse(host, Verb.Rollback, arguments, options);
        if (options.Help)
        {
            PluginHelp.WriteVerb(host, Verb.Rollback);
            return ExitCode.Done;
        }
        var folder = StatePlace.Find(host, options, name!);
        var run = RunSnapshot.Read(folder);
        if (run.Row.State == RunState.RolledBack)
        {
            host.Console.Out.WriteLine($"{run.Row.Action} {folder.Id.Short} is rolled back already.");
            return ExitCode.Done;
        }
        if (run.Row.State == RunState.Completed && !options.Yes)
        {
            throw new UsageException(
                $"{run.Row.Action} {folder.Id.Short} is done: a rollback takes back {Amount.Of(run.FinishedSteps, "finished step")} and their results.",
                $"If that is what you want: {host.Command} rollback {folder.Id.Short} --yes");
        }
        return new RunLauncher(host, options, resumedAs: "rolling back").Launch(
            StateFolder.Open(StatePlace.Path(host, options)),
            run.Row.Action,
            before: null,
            (settings, stop) => RunSession.RollbackAsync(host.Plugin, folder, settings, stop));
    }
}
