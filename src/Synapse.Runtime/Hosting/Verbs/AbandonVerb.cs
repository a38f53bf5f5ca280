using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class AbandonVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Abandon, arguments, Abandon);

    private static ExitCode Abandon(OneRun one)
    {
        var run = RunSnapshot.Read(one.Folder);
        var name = $"{run.Row.Action} {one.Short}";
        if (run.Row.State is RunState.Completed or RunState.RolledBack or RunState.Abandoned)
        {
            one.Host.Console.Out.WriteLine($"{name} is {run.StateName}: there is nothing to give up.");
            return ExitCode.Done;
        }
        if (!one.Options.Yes)
        {
            throw new UsageException(
                $"{name} is {run.StateName}, with {Amount.Of(run.FinishedSteps, "finished step")}: given up, it cannot be resumed any more, and what it made stays.",
                $"If that is what you want: {one.Command("abandon")} --yes. To take back what it made: {one.Command("rollback")}");
        }
        Abandonment.Abandon(one.Host.Plugin, one.Folder, string.Join(' ', one.Host.Arguments));
        one.Host.Console.Out.WriteLine($"{name} is abandoned. What stands: {one.Command("leftovers")}");
        return ExitCode.Done;
    }
}
