using Synapse.Runtime.Hosting.CommandLine;

namespace Synapse.Hosting.Tests.CommandLine;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("epochs", "epochs", 0)]
    [InlineData("epohcs", "epochs", 1)]
    [InlineData("epoch", "epochs", 1)]
    [InlineData("Epochs", "epochs", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits_and_swaps(string a, string b, int distance) => Assert.Equal(distance, Spelling.Distance(a, b));

    [Theory]
    [InlineData("trai", "train")]
    [InlineData("desc", "describe")]
    [InlineData("zzz", null)]
    public void Closest_is_close_or_nothing(string typed, string? expected) => Assert.Equal(expected, Spelling.Closest(typed, ["train", "upload", "describe"]));
}
