using Synapse.Generators.Rules;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>What the real compiler says of a plugin with every mistake: each at its line, and nothing that only follows from it.</summary>
public sealed class MistakesTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples", "Mistakes");

    [Theory]
    [InlineData("")]
    [InlineData("NoPlugin")]
    public async Task Compiler_reports_each_mistake_at_its_line_and_nothing_else(string folder)
    {
        var project = Path.Combine(Samples, folder);
        var output = await RealBuild.RunAsync(project);
        Assert.True(RealBuild.Expected(project).SequenceEqual(RealBuild.Found(project, output)), output);
    }

    [Fact]
    public void Every_rule_has_its_mistake() => Assert.Equal(
        RuleTable.All.Select(r => r.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Samples, "SYN*.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
}
