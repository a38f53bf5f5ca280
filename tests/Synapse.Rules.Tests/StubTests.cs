using System.Text.RegularExpressions;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>The analyzer reports an error on an action if and only if the generator does not wire it.</summary>
public sealed class StubTests
{
    public static TheoryData<string> Names => [.. AllCases.Wrong.Concat(AllCases.Right)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Action_is_wired_unless_an_error_is_reported_on_it(string name)
    {
        var plugin = new Plugin(Markup.Strip(AllCases.Find(name).Source), AllCases.Find(name).IsProgram);
        var actions = Harness.Actions.Of(plugin.Written).ToArray();
        Assert.All(actions, a => Assert.NotEqual(a.HasErrors, a.Result is { Action.IsValid: true }));
        Assert.Equal(actions.Count(a => !a.HasErrors), Regex.Count(plugin.Generated, @"Steps = Wiring\.Steps\(\)"));
        Assert.Equal(
            actions.Count(a => a is { HasErrors: true, Result: { } stub } && !stub.Action.TakenNames.Contains("Descriptor")),
            Regex.Count(plugin.Generated, "is not wired"));
    }
}
