using Synapse.Runtime.Reporting;

namespace Synapse.Hosting.Tests.Reporting;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Says_nothing_in_the_first_three_seconds()
    {
        var pace = new Pace();
        pace.Add(Start, 0);
        pace.Add(Start.AddSeconds(2.9), 50);
        Assert.Null(pace.PerSecond);
        Assert.Null(pace.Until(100));
    }

    [Fact]
    public void Steady_growth_gives_its_rate_and_end()
    {
        var pace = Grow(seconds: 10, perSecond: 5);
        Assert.Equal(5, pace.PerSecond!.Value, 6);
        Assert.Equal(10, pace.Until(100)!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void Follows_a_change_within_its_window()
    {
        var pace = Grow(seconds: 60, perSecond: 1);
        for (var i = 1; i <= 90; i++)
        {
            pace.Add(Start.AddSeconds(60 + i), 60 + 10 * i);
        }
        Assert.InRange(pace.PerSecond!.Value, 9, 10);
    }

    [Fact]
    public void Starts_again_when_the_number_falls()
    {
        var pace = Grow(seconds: 10, perSecond: 5);
        pace.Add(Start.AddSeconds(11), 0);
        Assert.Null(pace.PerSecond);
    }

    [Fact]
    public void A_standstill_has_no_end()
    {
        var pace = Grow(seconds: 10, perSecond: 0);
        Assert.Null(pace.Until(100));
    }

    private static Pace Grow(int seconds, double perSecond)
    {
        var pace = new Pace();
        for (var i = 0; i <= seconds; i++)
        {
            pace.Add(Start.AddSeconds(i), i * perSecond);
        }
        return pace;
    }
}
