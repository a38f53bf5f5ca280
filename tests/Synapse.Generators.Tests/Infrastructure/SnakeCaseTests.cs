using System.Text.Json;
using Synapse.Generators.Parsing;

namespace Synapse.Generators.Tests;

public sealed class SnakeCaseTests
{
    [Fact]
    public void Is_what_the_naming_policy_of_the_runtime_gives()
    {
        var random = new Random(7);
        const string letters = "abzABZ019__İıßéÉ ǅ\u0300πΠ";
        for (var i = 0; i < 20_000; i++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => letters[random.Next(letters.Length)])]);
            Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), SnakeCase.Of(name));
        }
    }

    [Theory]
    [InlineData("BatchSize", "batch_size")]
    [InlineData("HTTPServer2Url", "http_server2_url")]
    [InlineData("Lr", "lr")]
    public void Is_readable(string name, string expected) => Assert.Equal(expected, SnakeCase.Of(name));
}
