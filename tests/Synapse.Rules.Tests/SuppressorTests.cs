using System.Text.Json;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>Analyzers of others, over a plugin and by the real compiler: silent on what generated code wires, as loud as ever beside it.</summary>
public sealed class SuppressorTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "tests", "Synapse.Rules.Tests", "Suppressed");

    [Fact]
    public async Task Rules_of_others_are_silenced_on_wired_members_and_nowhere_else()
    {
        var log = Path.Combine(Directory.CreateTempSubdirectory("synapse-rules-").FullName, "log.sarif");
        try
        {
            var output = await RealBuild.RunAsync(Project, $"-p:ErrorLog={log}%2Cversion=2.1");
            Assert.True(RealBuild.Expected(Project).SequenceEqual(RealBuild.Found(Project, output)), output);
            Assert.Equal(["CA1812", "CA1822", "IDE0051", "IDE0060", "IL2026"], Silenced(log).Distinct().Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(log)!, recursive: true);
        }
    }

    // Each id must have been reported somewhere, or its silence says nothing.
    private static IEnumerable<string> Silenced(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(log));
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(r => r.TryGetProperty("suppressions", out var all) && all.ToString().Contains("SYNS", StringComparison.Ordinal))
            .Select(r => r.GetProperty("ruleId").GetString()!)];
    }
}
