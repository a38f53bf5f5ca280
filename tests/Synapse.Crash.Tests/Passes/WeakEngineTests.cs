using Synapse.Crash.Tests.Images;
using Synapse.Crash.Tests.Support;

namespace Synapse.Crash.Tests.Passes;

/// <summary>The proof of the proof: an engine that keeps one promise less is found out.</summary>
public sealed class WeakEngineTests(Recordings recordings) : IClassFixture<Recordings>
{
    [Theory]
    [InlineData("synchronous-off", "steps")]
    [InlineData("synchronous-off", "upload")]
    [InlineData("synchronous-normal", "steps")]
    [InlineData("synchronous-normal", "upload")]
    [InlineData("directory-sync", "steps")]
    [InlineData("directory-sync", "upload")]
    [InlineData("boundary", "steps")]
    [InlineData("boundary", "steps-undone")]
    public void Power_loss_finds_it_when_the_engine_is_weakened(string weakness, string scenario)
    {
        var weak = recordings.Of(Scenario.Named(scenario), weakness: weakness);
        var found = Cuts(weak).Select(cut => Failure(weak, cut.Calls, cut.Lost)).FirstOrDefault(failure => failure is not null);

        Assert.True(found is not null, $"An engine weakened by '{weakness}' passes.");
        TestContext.Current.TestOutputHelper?.WriteLine(found);
    }

    [Theory]
    [InlineData("steps")]
    [InlineData("steps-undone")]
    [InlineData("upload")]
    public void Power_loss_finds_nothing_at_the_same_places_when_it_is_not(string scenario)
    {
        var whole = recordings.Of(Scenario.Named(scenario));

        Assert.All(Cuts(whole), cut => Assert.Null(Failure(whole, cut.Calls, cut.Lost)));
    }

    // The same in every run: whether the proof is one must not depend on a seed.
    private static IEnumerable<(int Calls, string Lost)> Cuts(Recording recording)
    {
        const int Places = 20;
        for (var i = 0; i < Places; i++)
        {
            var calls = recording.Count - i * recording.Count / Places;
            yield return (calls, "everything");
            yield return (calls, "nothing");
        }
    }

    private static string? Failure(Recording recording, int calls, string lost)
    {
        try
        {
            recording.LosePower(calls, lost, seed: 1);
            return null;
        }
        catch (Exception e)
        {
            return $"After {calls} of {recording.Count} calls, {lost} lost: {e.Message}";
        }
    }
}
