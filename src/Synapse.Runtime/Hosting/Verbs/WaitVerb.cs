using System.Diagnostics;
using Synapse.Runtime.Hosting.CommandLine;
using Synapse.Runtime.Hosting.Launching;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.Hosting.Verbs;

internal static class WaitVerb
{
    private const int PollMs = 200;

    public static ExitCode Execute(HostContext host, Arguments arguments) => OneRun.Execute(host, Verb.Wait, arguments, Wait);

    private static ExitCode Wait(OneRun one)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            // The journal is asked first: it disturbs nobody. Only the lock knows for sure.
            var run = RunSnapshot.Read(one.Folder);
            if (!run.IsAtWork && !RunLock.IsHeld(one.Folder))
            {
                return Tell(one, RunSnapshot.Read(one.Folder));
            }
            if (one.Options.Timeout is { } timeout && waited.Elapsed >= timeout)
            {
                ErrorText.Write(one.Host, $"{run.Row.Action} {one.Short} is still at work after {Amount.Duration(timeout)}. Follow it: {one.Command("logs")} -f");
                return ExitCode.Held;
            }
            Thread.Sleep(PollMs);
        }
    }

    private static ExitCode Tell(OneRun one, RunSnapshot run)
    {
        var (row, name) = (run.Row, $"{run.Row.Action} {one.Short}");
        if (row.State is RunState.Running or RunState.RollingBack && run.Processes is [.., { Ended: null } last])
        {
            ErrorText.Write(one.Host, $"{name}: its process {last.Pid} died while the run was going on; what it finished is journaled. Go on with it: {one.Command("resume")}");
            return ExitCode.Failed;
        }
        var code = RunExit.Of(one.Folder, row);
        if (code == ExitCode.Done)
        {
            one.Host.Console.Out.WriteLine($"{name} is {run.StateName}.");
            return code;
        }
        var cause = row.Error is { } error ? $": {PlainText.Line($"{error.Type}: {error.Message}")}" : "";
        ErrorText.Write(one.Host, $"{name} is {run.StateName}{cause}. See {one.Command("show")}");
        return code;
    }
}
