using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class RollbackVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Rollback, arguments, Rollback);

    private static ExitCode Rollback(OneRun one)
    {
        var (host, options, folder) = (one.Host, one.Options, one.Folder);
        var run = RunSnapshot.Read(folder);
        if (run.Row.State == RunState.RolledBack)
        {
            host.Console.Out.WriteLine($"{run.Row.Action} {folder.Id.Short} is rolled back already.");
            return ExitCode.Done;
        }
        if (options.DryRun)
        {
            return RollbackPreview.Write(one, run);
        }
        if (options.Json)
        {
            throw new UsageException("rollback: --json goes with --dry-run only.", "Events of a rollback as JSON: --events jsonl");
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
