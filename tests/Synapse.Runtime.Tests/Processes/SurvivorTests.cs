using System.Diagnostics;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Journal.Records;
using Synapse.Runtime.Processes;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Processes;

/// <summary>The plugin is killed; what its programs leave is ended by the next process, and nothing else is.</summary>
public sealed class SurvivorTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Program_ends_when_the_plugin_is_killed()
    {
        var pid = KillWhileRunning($"echo $$ > {In("pid")}; exec sleep 600");
        Pids.WaitForEnd(pid);
        Assert.Equal(RunState.Running, _bench.Run().State);
    }

    [Fact]
    public void Program_that_waits_for_its_release_ends_without_it()
    {
        using var launcher = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Synapse.Runtime.TestPlugin"),
            LauncherMode.Arguments(Environment.ProcessId, "/bin/sh", "sh", ["-c", $"touch {In("ran")}"]))
        {
            RedirectStandardInput = true,
        })!;
        launcher.StandardInput.Close();
        Assert.True(launcher.WaitForExit(60_000));
        Assert.False(File.Exists(In("ran")));
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("rollback")]
    public void Program_that_ignores_the_signal_is_ended_by_the_next_process(string verb)
    {
        var pid = KillWhileRunning($"trap '' TERM; echo $$ > {In("pid")}; while :; do sleep 0.05; done");
        Assert.True(Pids.IsAlive(pid));
        GoOn(verb);
        Assert.False(Pids.IsAlive(pid));
        Assert.Contains(_bench.Events(), told => told.Level == "warning" && told.Data.Text("text")!.EndsWith($"sh (process {pid})", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sleep 600 &")]
    [InlineData("setsid sleep 600 &")]
    [InlineData("(trap '' TERM HUP; setsid sh -c 'trap \"\" TERM; sleep 600; sleep 600') &")]
    public void Process_that_the_program_started_is_ended_by_the_next_process(string start)
    {
        var pid = KillWhileRunning($"{start} echo $! > {In("pid")}; wait");
        Assert.True(Pids.IsAlive(pid));
        GoOn("resume");
        Assert.False(Pids.IsAlive(pid));
    }

    [Fact]
    public void Survivors_are_ended_before_the_step_runs_again()
    {
        KillWhileRunning($"trap '' TERM; echo $$ > {In("pid")}; while :; do echo first >> {In("out")}; sleep 0.01; done");
        using var plugin = TestProcess.Start("process", "resume", _bench.State.Path, $"echo second >> {In("out")}; sleep 0.3");
        Assert.Equal(0, plugin.WaitForExit());
        Assert.Equal("second", File.ReadLines(In("out")).Last());
    }

    [Fact]
    public void Terminated_plugin_has_ended_its_program_when_it_is_gone()
    {
        using var plugin = TestProcess.Start(
            "process", "start", _bench.State.Path, $"trap '' TERM; echo $$ > {In("pid")}; while :; do sleep 0.05; done");
        var pid = Pids.Wait(In("pid"));
        plugin.Terminate();
        Assert.Equal(143, plugin.WaitForExit());
        Pids.WaitForEnd(pid); // It ignores all but SIGKILL, which the plugin sent.
        Assert.Equal(RunState.Stopped, _bench.Run().State);
    }

    [Fact]
    public void Program_has_a_session_of_its_own_that_the_journal_knows()
    {
        var pid = KillWhileRunning($"trap '' TERM; echo $$ > {In("pid")}; while :; do sleep 0.05; done");
        var row = Assert.Single(JournalReader.Look(_bench.Last, JournalReader.ReadOpenChildren));
        var stat = ProcessStat.Read(pid)!.Value;
        Assert.Equal((pid, pid, stat.Started, "sh"), (row.Pid, row.Session, row.Started, row.Program));
        Assert.Equal((pid, pid), (stat.Session, stat.Group));
        Assert.Equal(ProcessIdentity.Current().Boot, row.Boot);
        GoOn("resume");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Process_is_ended_only_if_it_started_when_the_journal_says(long later, bool isEnded)
    {
        using var run = new TestRun();
        using var journal = run.Create();
        using var other = Process.Start("sleep", "600");
        var started = ProcessStat.Read(other.Id)!.Value.Started + later;
        journal.Commit(new ChildStarted(1, 0, 1, other.Id, null, started, "sleep"));
        var (ended, left) = await Survivors.EndAsync(journal);
        Assert.Equal((isEnded ? 1 : 0, 0), (ended.Count, left.Count));
        Assert.Equal(isEnded, !Pids.IsAlive(other.Id));
        Assert.Empty(journal.Read(JournalReader.ReadOpenChildren));
        other.Kill();
    }

    [Fact]
    public async Task Process_of_another_boot_is_left_alone()
    {
        using var run = new TestRun();
        using var other = Process.Start("sleep", "600");
        using var journal = run.Create(ProcessIdentity.Current() with { Boot = "another" });
        journal.Commit(new ChildStarted(1, 0, 1, other.Id, null, ProcessStat.Read(other.Id)!.Value.Started, "sleep"));
        await Survivors.EndAsync(journal);
        Assert.True(Pids.IsAlive(other.Id));
        other.Kill();
    }

    private string In(string name) => _folder.In(name);

    /// <summary>Runs a script that writes a process id into the file "pid", and kills the plugin then. Returns the id.</summary>
    private int KillWhileRunning(string script)
    {
        using var plugin = TestProcess.Start("process", "start", _bench.State.Path, script);
        var pid = Pids.Wait(In("pid"));
        plugin.Kill();
        return pid;
    }

    private void GoOn(string verb)
    {
        using var plugin = TestProcess.Start("process", verb, _bench.State.Path, "true");
        Assert.Equal(0, plugin.WaitForExit());
    }
}
