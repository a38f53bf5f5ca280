using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class NameFixTests
{
    [Theory]
    [InlineData("[Step] int Send() => 1; [Step] Task SendAsync() => Task.CompletedTask;", "[Step(Name = \"send_2\")] Task SendAsync()")]
    [InlineData("[Step] int A() => 1; [Step(Name = \"a\", Weight = 2)] string B() => \"\";", "[Step(Name = \"a_2\", Weight = 2)] string B()")]
    [InlineData("[Step] int A() => 1; [Step(Name = \"a_2\")] void C() { } [Step(Weight = 2, Name = \"a\")] string B() => \"\";", "[Step(Weight = 2, Name = \"a_3\")] string B()")]
    [InlineData("[Step(Name = \"Load data!\")] int A() => 1;", "[Step(Name = \"load_data\")] int A()")]
    [InlineData("[Step] int Größe() => 1;", "[Step(Name = \"gr_e\")] int Größe()")]
    public Task Step_gets_a_name_that_is_free_and_allowed(string steps, string after) =>
        IsNamedAsync($"[TrainAction] public sealed partial class Train {{ {steps} }}", after);

    [Theory]
    [InlineData("[TrainAction] partial class Train { public void Execute() { } } [ExportAction(Description = \"x\")] partial class TrainAction { public void Execute() { } }", "[ExportAction(Description = \"x\", Name = \"train_2\")]")]
    [InlineData("[TrainAction] partial class Train { public void Execute() { } } static partial class Tools { [PluginAction(\"train\")] public static void Run() { } }", "[PluginAction(\"train_2\")]")]
    [InlineData("[TrainAction(Name = \"Fit it\")] partial class Train { public void Execute() { } }", "[TrainAction(Name = \"fit_it\")]")]
    [InlineData("[assembly: SynapsePlugin(\"My Plugin\")]", "SynapsePlugin(\"my_plugin\")")]
    public Task Action_or_plugin_gets_a_name_that_is_free_and_allowed(string source, string after) => IsNamedAsync(source, after);

    [Fact]
    public async Task All_at_once() => await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new NameFix(), Fixing.Project(
        "Fashion", OutputKind.DynamicallyLinkedLibrary, "[TrainAction] partial class Train { [Step(Name = \"A\")] int First() => 1; [Step(Name = \"B\")] string Second() => \"\"; }")));

    private static async Task IsNamedAsync(string source, string after)
    {
        var project = (await Fixing.FixFirstAsync(new NameFix(), Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source)))!;
        Assert.Contains(after, await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(project);
    }
}
