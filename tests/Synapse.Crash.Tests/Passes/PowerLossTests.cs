using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Passes;

/// <summary>The power goes after a sync or between two. What was acknowledged before is there, and the run goes on.</summary>
public sealed class PowerLossTests(Recordings recordings) : IClassFixture<Recordings>
{
    public static TheoryData<string> Scenarios => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_goes_on_after_a_power_loss_at_any_sync(string scenario)
    {
        var recording = recordings.Of(Scenario.Named(scenario));
        Cases.Run($"power {scenario}", AtSyncs(recording, "0", stride: 3), words => Lose(scenario, words));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Run_goes_on_after_a_power_loss_between_syncs(string scenario)
    {
        var recording = recordings.Of(Scenario.Named(scenario));
        var random = new Random(Cases.Seed);
        Cases.Run(
            $"power-between {scenario}",
            Enumerable.Range(0, Cases.IsSoak ? 500 : 25).Select(_ => $"0 {random.Next(recording.Count + 1)} {(random.Next(2) == 0 ? "torn" : "reordered")} {random.Next(100_000)}"),
            words => Lose(scenario, words));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Recovery_goes_on_after_a_power_loss_when_a_kill_came_before(string scenario)
    {
        var whole = recordings.Of(Scenario.Named(scenario));
        var kills = Enumerable.Range(1, whole.Count).Where(call => call % (Cases.IsSoak ? 12 : whole.Count / 3) == 0).ToList();
        Cases.Run(
            $"power-after-kill {scenario}",
            [.. whole.NameSyncs.SelectMany(kill => AtEnd(kill)), .. kills.SelectMany(kill => AtSyncs(recordings.Of(Scenario.Named(scenario), kill), $"{kill}", stride: 40))],
            words => Lose(scenario, words));

        // Names that the killed process made, and that the next one found and might take for durable.
        IEnumerable<string> AtEnd(int kill)
        {
            var recording = recordings.Of(Scenario.Named(scenario), kill);
            return recording.Syncs.Reverse().Take(Cases.IsSoak ? int.MaxValue : 12).Where((_, i) => Cases.IsSoak || i % 4 == 0).Append(recording.Count).Select(calls => $"{kill} {calls} everything {Cases.Seed}");
        }
    }

    private static IEnumerable<string> AtSyncs(Recording recording, string prefix, int stride)
    {
        var all = recording.Syncs.Append(recording.Count).Distinct().SelectMany(calls => Loss.Names.Select(lost => $"{prefix} {calls} {lost} {Cases.Seed}")).ToList();
        return Cases.Sample(all.Count, stride).Select(number => all[number - 1]);
    }

    // A case is: killed before this call (0: not), power lost after so many, what is lost, seed.
    private void Lose(string scenario, string[] words) =>
        recordings.Of(Scenario.Named(scenario), Cases.Int(words[0])).LosePower(Cases.Int(words[1]), words[2], Cases.Int(words[3]));
}
