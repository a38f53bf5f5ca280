using Microsoft.CodeAnalysis;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>What is right passes: no rule says anything, the generator wires it, and it compiles.</summary>
public sealed class RightPluginTests
{
    public static TheoryData<string> Names => AllCases.Right;

    [Theory]
    [MemberData(nameof(Names))]
    public void No_rule_fires_and_the_wiring_compiles(string name)
    {
        var right = AllCases.Find(name);
        var plugin = new Plugin(right.Source, right.IsProgram);
        foreach (var compilation in (Compilation[])[plugin.Written, plugin.Output])
        {
            Assert.Empty(Plugin.Analyze(compilation).Select(d => d.ToString()));
        }

        Assert.DoesNotContain("is not wired", plugin.Generated, StringComparison.Ordinal);
        Assert.Empty(plugin.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }
}
