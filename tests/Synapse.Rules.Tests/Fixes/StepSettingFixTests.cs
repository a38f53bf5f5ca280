using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

/// <summary>Fixes that take something back: a setting, an attribute, a modifier.</summary>
public sealed class StepSettingFixTests
{
    [Theory]
    [InlineData("[Step(Weight = 0)] int A() => 1;", "[Step] int A()")]
    [InlineData("[Step(Retries = -1, Weight = 2)] int A() => 1;", "[Step(Weight = 2)] int A()")]
    [InlineData("[Step(Weight = 2, TimeoutSeconds = -1)] int A() => 1;", "[Step(Weight = 2)] int A()")]
    [InlineData("[Step(After = nameof(B))] int A() => 1; [Step(After = nameof(A))] string B() => \"\";", "[Step] int A()")]
    public Task Setting_that_cannot_be_obeyed_is_removed(string steps, string after) =>
        IsFixedAsync(new StepSettingFix(), $"[TrainAction] public sealed partial class Train {{ {steps} }}", after);

    [Theory]
    [InlineData("[TrainAction]\n// comment\n[ExportAction]\npublic sealed partial class Train { public void Execute() { } }", "[TrainAction]\n// comment\npublic sealed")]
    [InlineData("[TrainAction, ExportAction] public sealed partial class Train { public void Execute() { } }", "[TrainAction] public sealed")]
    [InlineData("[TrainAction] public sealed partial class Train { [Step] int A() => 1; void B([From(nameof(A))] int a) { } }", "void B(int a)")]
    [InlineData("public sealed class Plain\n{\n    [Step]\n    internal int A() => 1;\n}", "[StepSet]\npublic sealed class Plain\n{\n    [Step]\n    public int A() => 1;")]
    [InlineData("[StepSet] public sealed class Shared\n{\n    // comment\n    [Step] internal static int A() => 1;\n}", "    // comment\n    [Step] public static int A() => 1;")]
    public Task Attribute_that_is_one_too_many_goes_and_one_that_is_missing_comes(string source, string after) => IsFixedAsync(new StrayAttributeFix(), source, after);

    [Theory]
    [InlineData("[TrainAction] partial class Train { [Step] async void A() => await Task.Yield(); }", "async Task A()")]
    [InlineData("[TrainAction] partial class Train { public async void ExecuteAsync(CancellationToken ct) => await Task.Delay(1, ct); }", "async Task ExecuteAsync(")]
    public Task Async_void_becomes_a_task(string source, string after) => IsFixedAsync(new AsyncVoidFix(), source, after);

    [Fact]
    public Task Nothing_to_run_becomes_a_method_to_write() => IsFixedAsync(
        new ExecuteFix(),
        "[InferenceAction]\npublic sealed partial class Infer;\n",
        """
        [InferenceAction]
        public sealed partial class Infer
        {
            public Task ExecuteAsync(InferenceContext run, CancellationToken ct)
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Fact]
    public async Task All_settings_at_once() => await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new StepSettingFix(), Fixing.Project(
        "Fashion", OutputKind.DynamicallyLinkedLibrary, "[TrainAction] partial class Train { [Step(Weight = 0)] int A() => 1; [Step(Weight = -1)] string B() => \"\"; }")));

    private static async Task IsFixedAsync(CodeFixProvider fix, string source, string after)
    {
        var project = (await Fixing.FixFirstAsync(fix, Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source)))!;
        Assert.Contains(after, await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(project);
    }
}
