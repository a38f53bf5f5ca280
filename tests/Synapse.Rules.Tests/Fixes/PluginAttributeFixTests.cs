using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class PluginAttributeFixTests
{
    private const string Train = "[TrainAction] public partial class Train { public void Execute() { } }";

    [Theory]
    [InlineData("Acme.FashionPlugin", "acme-fashion-plugin")]
    [InlineData("fashion", "fashion")]
    [InlineData("2nd__Plugin ", "nd-plugin")]
    [InlineData("Ünïcode", "n-code")]
    [InlineData("42", "plugin")]
    public async Task Code_is_made_of_the_assemblys_name(string assembly, string code)
    {
        var project = Fixing.Project(assembly, OutputKind.ConsoleApplication, Train);
        var fixedProject = (await Fixing.FixFirstAsync(new PluginAttributeFix(), project))!;
        Assert.Equal($"[assembly: Synapse.SynapsePlugin(\"{code}\")]\n", await Fixing.TextAsync(fixedProject, "Plugin.cs"));
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task File_that_is_there_stays()
    {
        var project = Fixing.Project("Fashion", OutputKind.ConsoleApplication, Train).AddDocument("Plugin.cs", "// mine").Project;
        var fixedProject = (await Fixing.FixFirstAsync(new PluginAttributeFix(), project))!;
        Assert.Equal("// mine", await Fixing.TextAsync(fixedProject, "Plugin.cs"));
        Assert.Contains("\"fashion\"", await Fixing.TextAsync(fixedProject, "Plugin2.cs"), StringComparison.Ordinal);
    }
}
