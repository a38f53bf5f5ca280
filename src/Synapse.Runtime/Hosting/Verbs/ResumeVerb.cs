using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class ResumeVerb
{
    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Resume, arguments, Resume);

    private static ExitCode Resume(OneRun one)
    {
        var (host, options, folder) = (one.Host, one.Options, one.Folder);
        var run = RunSnapshot.Read(folder);
        if (options.From is { } from)
        {
            return new RunLauncher(host, options).Launch(
                StateFolder.Open(StatePlace.Path(host, options)),
                run.Row.Action,
                before: null,
                (settings, stop) => LinkedRun.StartAsync(host.Plugin, folder, from, settings, stop));
        }
        if (run.Row.State is RunState.Completed or RunState.RolledBack)
        {
            var state = run.Row.State == RunState.Completed ? "done" : "rolled back";
            host.Console.Out.WriteLine($"{run.Row.Action} {folder.Id.Short} is {state}: there is nothing to resume. Start it again with '{host.Command} run {run.Row.Action}'.");
            return ExitCode.Done;
        }
        return new RunLauncher(host, options).Launch(
            StateFolder.Open(StatePlace.Path(host, options)),
            run.Row.Action,
            new ResumedFrom(run.FinishedSteps, run.Steps.Count, run.FinishedItems, run.Loops.Count > 0 ? RunSnapshot.CountInDoubt(folder) : 0),
            (settings, stop) => RunSession.ResumeAsync(host.Plugin, folder, settings, stop));
    }
}
