using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;
using Synapse.Runtime.Proof;

namespace Synapse.Crash.Tests.Passes;

/// <summary>SIGKILL before a file call, at a named point, or at any time.</summary>
public sealed class KillTests(Recordings recordings) : IClassFixture<Recordings>
{
    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_killed_before_any_file_call_goes_on_to_its_end(string scenario) =>
        Cases.Run($"kill {scenario}", Cases.Sample(recordings.Calls(Scenario.Named(scenario)), stride: 4).Select(call => $"{call}"), words =>
        {
            using var world = Killed(scenario, Cases.Int(words[0]));
            world.RunToEnd();
        });

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Recovery_killed_before_any_file_call_goes_on_to_its_end(string scenario)
    {
        var kills = Enumerable.Range(1, recordings.Calls(Scenario.Named(scenario)) / 5).Where(i => Cases.IsSoak || (i + Cases.Seed) % 8 == 0).Select(i => i * 5);
        Cases.Run($"kill-recovery {scenario}", kills.Select(call => $"{call}"), words =>
        {
            using var world = Killed(scenario, Cases.Int(words[0]));
            for (var call = 1 + Cases.Seed % 7; ; call += 7)
            {
                using var fork = world.Fork();
                var ended = fork.Continue(new Fault { KillAt = call });
                fork.RunToEnd();
                if (!ended.WasKilled)
                {
                    return;
                }
            }
        });
    }

    [Fact]
    public void Run_killed_at_every_named_point_goes_on_to_its_end()
    {
        var missed = new List<string>();
        foreach (var point in Failpoint.All)
        {
            var killed = 0;
            foreach (var scenario in Scenario.All)
            {
                for (var time = 1; time <= 10; time++)
                {
                    using var world = new World(scenario);
                    var ended = world.Start(new Fault { Failpoint = $"{point}:{time}" });
                    world.RunToEnd();
                    if (!ended.WasKilled)
                    {
                        break;
                    }

                    killed++;
                }
            }

            if (killed == 0)
            {
                missed.Add(point);
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public void Many_items_at_once_killed_at_random_go_on_to_their_end()
    {
        var wanted = Cases.IsSoak ? 3000 : 300;
        var killed = 0;
        Cases.Run("kill-random", Enumerable.Range(0, wanted).TakeWhile(_ => killed < wanted).Select(i => $"{Cases.Seed * 100_000 + i}"), words =>
        {
            var random = new Random(Cases.Int(words[0]));
            using var world = new World(Scenario.ManyAtOnce);
            for (var kill = 0; kill < 6 && world.View is not { IsTerminal: true }; kill++)
            {
                // By calls, as a time would depend on how busy the machine is; the interleaving is left to chance anyway.
                killed += world.Continue(new Fault { KillAt = random.Next(1, 400) }).WasKilled ? 1 : 0;
            }

            world.RunToEnd();
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} kills");
    }

    private World Killed(string scenario, int call)
    {
        var world = new World(Scenario.Named(scenario));
        var ended = world.Start(new Fault { KillAt = call });

        // How many writes the events need depends on how busy the machine is, so the last calls may not come.
        Assert.True(ended.WasKilled || call > recordings.Calls(world.Scenario) * 9 / 10, $"It was not killed but ended with {ended.ExitCode}.\n{ended.Output}");
        world.NothingIsListedThatNeverBegan();
        return world;
    }
}
