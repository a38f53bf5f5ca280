using System.Globalization;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Running;

namespace Synapse.Runtime.TestPlugin;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (LauncherMode.TryRun(args) is { } child)
        {
            return child;
        }

        switch (args)
        {
            case ["process", var verb, var state, var script]:
                return await ReportAsync(await RunAsync(verb, StateFolder.Open(state), ProcessLike.Create(script)));
            case ["create", var verb, var state, var effects, var order, var hanging]:
                return await ReportAsync(await RunAsync(verb, StateFolder.Open(state), CreateLike.Create(new EffectFile(effects), order, hanging)));
            case ["hold-lock", var state, var run]:
                return HoldLock(state, run);
            case [var verb, var state, var effects, var fails, var parallelism, .. var slowAfter]:
                var outcome = await RunAsync(
                    verb,
                    StateFolder.Open(state),
                    UploadLike.Create(
                        new EffectFile(effects, slowAfter is [var lines] ? int.Parse(lines, CultureInfo.InvariantCulture) : int.MaxValue),
                        bool.Parse(fails),
                        int.Parse(parallelism, CultureInfo.InvariantCulture)));
                return await ReportAsync(outcome);
            default:
                return 64;
        }
    }

    private static async Task<int> ReportAsync(RunOutcome outcome)
    {
        await Console.Out.WriteLineAsync($"{outcome.State} {outcome.Message} {outcome.Error?.Message}");
        return (int)outcome.ExitCode;
    }

    private static async Task<RunOutcome> RunAsync(string verb, StateFolder state, Wiring.ActionDescriptor action)
    {
        using var stop = new CancellationTokenSource();
        using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            context =>
            {
                context.Cancel = true;
                stop.Cancel();
            });
        var plugin = Plan.Plugin(action);
        var options = new RunOptions
        {
            State = state,
            Backend = new NoBackend(),
            StopCode = static () => ExitCode.Terminated,
            Launcher = ChildLauncher.OfThisBinary(),
        };
        return verb switch
        {
            "start" => await RunSession.StartAsync(plugin, action, default, options, stop.Token),
            "resume" => await RunSession.ResumeAsync(plugin, RunCatalog.Find(state, RunCatalog.Last), options, stop.Token),
            _ => await RunSession.RollbackAsync(plugin, RunCatalog.Find(state, RunCatalog.Last), options, stop.Token),
        };
    }

    private static int HoldLock(string state, string run)
    {
        using var held = RunLock.Acquire(RunCatalog.Find(StateFolder.At(state), run));
        Console.WriteLine("held");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
