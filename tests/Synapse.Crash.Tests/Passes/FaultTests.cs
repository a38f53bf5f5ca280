using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Running;

namespace Synapse.Crash.Tests.Passes;

/// <summary>A full or failing disk, at any file call.</summary>
public sealed class FaultTests(Recordings recordings) : IClassFixture<Recordings>
{
    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_whose_disk_fails_says_so_and_goes_on_once_it_works_again(string scenario)
    {
        string[] faults = [$"{Fault.NoSpace} once", $"{Fault.NoSpace} forever", $"{Fault.InputOutput} once", $"{Fault.InputOutput} forever"];
        var calls = recordings.Calls(Scenario.Named(scenario));
        Cases.Run(
            $"fault {scenario}",
            faults.SelectMany((fault, i) => Cases.Sample(calls, stride: 16, salt: i * 4).Select(call => $"{call} {fault}")),
            words =>
            {
                using var world = new World(Scenario.Named(scenario));
                var ended = world.Start(new Fault { FailAt = Cases.Int(words[0]), Errno = Cases.Int(words[1]), Forever = words[2] == "forever" });
                EndsAsItSays(world, ended);
                world.RunToEnd(mayUndo: MayBeUndone(world));
            });
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Resume_whose_disk_fails_loses_nothing(string scenario)
    {
        var calls = recordings.Calls(Scenario.Named(scenario));
        Cases.Run(
            $"fault-resume {scenario}",
            Cases.Sample(calls, stride: 30).Select((call, i) => $"{calls * 2 / 3} {call} {(i % 2 == 0 ? Fault.NoSpace : Fault.InputOutput)}"),
            words =>
            {
                using var world = new World(Scenario.Named(scenario));
                world.Start(new Fault { KillAt = Cases.Int(words[0]) });
                EndsAsItSays(world, world.Resume(new Fault { FailAt = Cases.Int(words[1]), Errno = Cases.Int(words[2]), Forever = true }));
                world.RunToEnd(mayUndo: MayBeUndone(world));
            });
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_ends_as_ever_when_a_write_is_short(string scenario) =>
        Cases.Run($"short {scenario}", Cases.Sample(recordings.Calls(Scenario.Named(scenario)), stride: 12).Select(call => $"{call}"), words =>
        {
            using var world = new World(Scenario.Named(scenario));
            var ended = world.Start(new Fault { ShortAt = Cases.Int(words[0]) });
            Assert.Equal(world.Scenario.Fails ? 1 : 0, ended.ExitCode);
            world.RunToEnd();
        });

    // A backend that cannot store fails its step like any other backend; a journal that cannot be written fails nothing.
    private static bool MayBeUndone(World world) => world.Scenario.Action != "count";

    private static void EndsAsItSays(World world, Ended ended)
    {
        var state = world.View?.State;
        var said = $"Exit code {ended.ExitCode}, and the run is {state?.ToString() ?? "not there"}.\n{ended.Output}";
        switch ((ExitCode)ended.ExitCode)
        {
            case ExitCode.Done:
                Assert.True(state == RunState.Completed, said);
                break;
            case ExitCode.Failed:
                Assert.True(state is RunState.RolledBack or RunState.Failed, said);
                Assert.True(world.Scenario.Fails || MayBeUndone(world), said);
                break;
            case ExitCode.RollbackIncomplete:
                Assert.True(state == RunState.RollbackIncomplete && MayBeUndone(world), said);
                break;
            default:
                Assert.True(ended.ExitCode == (int)ExitCode.CannotJournal, said);
                Assert.Contains(world.State, ended.Output, StringComparison.Ordinal);
                break;
        }
    }
}
