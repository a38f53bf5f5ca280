using Synapse.Runtime.Journal;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Running;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Processes;

/// <summary>Programs are asked to end, then killed, with all that they started.</summary>
public sealed class EndingTests
{
    private const string Stubborn = "trap '' TERM; echo $$ > pid; while :; do sleep 0.05; done";

    [Theory, CombinatorialLaunch]
    public async Task Cancelled_program_is_asked_to_end(bool launched)
    {
        using var script = new Script(launched);
        using var cancel = new CancellationTokenSource();
        await script.ShAsync(
            "trap 'echo saved; exit 0' TERM; echo ready; while :; do sleep 0.05; done",
            new() { OnOutputLine = line => Cancel(cancel, line is "ready"), GracePeriod = TimeSpan.FromMinutes(1) },
            cancel.Token);
        Assert.IsType<OperationCanceledException>(script.Failure);
        Assert.Equal(["ready", "saved"], script.Lines());
    }

    [Theory, CombinatorialLaunch]
    public async Task Cancelled_program_is_killed_when_it_does_not_end(bool launched)
    {
        using var script = new Script(launched);
        using var cancel = new CancellationTokenSource();
        await script.ShAsync(
            "trap '' TERM; echo $$; while :; do sleep 0.05; done",
            new() { OnOutputLine = _ => cancel.Cancel(), GracePeriod = TimeSpan.FromMilliseconds(200) },
            cancel.Token);
        Assert.IsType<OperationCanceledException>(script.Failure);
        Assert.False(Pids.IsAlive((int)script.Output()[0].Data.Whole("pid")!));
    }

    [Theory, CombinatorialLaunch]
    public async Task What_a_cancelled_program_started_ends_with_it(bool launched)
    {
        using var script = new Script(launched);
        using var cancel = new CancellationTokenSource();
        await script.ShAsync(
            "(trap '' TERM; while :; do sleep 0.05; done) & echo $!; setsid sleep 600 & echo $!; echo ready; wait",
            new() { OnOutputLine = line => Cancel(cancel, line is "ready"), GracePeriod = TimeSpan.FromMilliseconds(200) },
            cancel.Token);
        Assert.All(script.Lines().Take(2), pid => Assert.False(Pids.IsAlive(int.Parse(pid))));
    }

    [Fact]
    public async Task Nothing_starts_when_cancelled_before()
    {
        using var script = new Script();
        Assert.Null(await script.ShAsync("echo never", ct: new CancellationToken(canceled: true)));
        Assert.IsType<OperationCanceledException>(script.Failure);
        Assert.Empty(script.Output());
    }

    [Theory, CombinatorialLaunch]
    public async Task Stopped_run_ends_its_programs(bool launched)
    {
        using var script = new Script(launched);
        using var stop = new CancellationTokenSource();
        var pid = 0;
        var outcome = await script.InStepAsync(
            async run =>
            {
                var running = run.RunProcessAsync("sh", ["-c", Stubborn], new ProcessOptions { GracePeriod = TimeSpan.FromHours(1) });
                pid = Pids.Wait(Path.Combine(run.WorkDir, "pid"));
                await stop.CancelAsync();
                await running;
            },
            stop.Token);
        Assert.Equal(ExitCode.Interrupted, outcome.ExitCode);
        Pids.WaitForEnd(pid);
    }

    [Theory, CombinatorialLaunch]
    public async Task Program_that_a_body_did_not_wait_for_ends_with_the_run(bool launched)
    {
        using var script = new Script(launched);
        var pid = 0;
        await script.InStepAsync(run =>
        {
            _ = run.RunProcessAsync("sh", ["-c", Stubborn]);
            pid = Pids.Wait(Path.Combine(run.WorkDir, "pid"));
            return Task.CompletedTask;
        });
        Pids.WaitForEnd(pid);
        Assert.Equal(RunState.Completed, script.Bench.Run().State);
    }

    [Fact]
    public async Task Background_process_of_a_finished_program_is_ended()
    {
        using var script = new Script();
        var result = await script.ShAsync("sleep 600 > /dev/null 2>&1 & echo $!");
        Pids.WaitForEnd(int.Parse(result!.StandardOutput));
    }

    [Fact]
    public async Task Daemon_of_a_finished_program_lives_on_and_its_hold_on_the_output_is_not_waited_for()
    {
        using var script = new Script();
        var result = await script.ShAsync("setsid sleep 600 & echo $!");
        var pid = int.Parse(result!.StandardOutput);
        Assert.True(Pids.IsAlive(pid));
        using var daemon = System.Diagnostics.Process.GetProcessById(pid);
        daemon.Kill();
    }

    [Theory, CombinatorialLaunch]
    public async Task Ended_program_is_journaled_as_ended(bool launched)
    {
        using var script = new Script(launched);
        await script.ShAsync("exit 4");
        JournalReader.Look(script.Bench.Last, database =>
        {
            Assert.Empty(JournalReader.ReadOpenChildren(database));
            Assert.Equal(1, JournalReader.LastChild(database));
            return 0;
        });
    }

    private static void Cancel(CancellationTokenSource source, bool now)
    {
        if (now)
        {
            source.Cancel();
        }
    }
}
