using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class StepInputFixTests
{
    private const string Set = "namespace Shop; [StepSet] public class Shared { [Step] public static int Count() => 1; }";

    [Theory]
    [InlineData(0, "[From(nameof(First))] int number")]
    [InlineData(1, "[From(nameof(Second))] int number")]
    public async Task Each_of_two_producers_is_offered(int offer, string after)
    {
        var project = Train("[Step] int First() => 1; [Step] int Second() => 2; [Step] string Third(/* which? */ int number) => \"\";");
        var fixedProject = (await Fixing.FixFirstAsync(new StepInputFix(), project, offer))!;
        Assert.Contains($"Third(/* which? */ {after})", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
        Assert.Null(await Fixing.FixFirstAsync(new StepInputFix(), project, 2));
    }

    [Fact]
    public async Task Step_of_a_set_is_named_with_its_class_and_other_attributes_stay()
    {
        var project = Fixing.Project(
            "Fashion",
            OutputKind.DynamicallyLinkedLibrary,
            "using Shop; [UseSteps<Shared>] [TrainAction] public sealed partial class Train { [Step] int Mine() => 2; [Step(Rollback = nameof(Undo))] void Third() { } void Undo([System.ComponentModel.Description(\"x\")] int number) { } }",
            Set);
        var fixedProject = (await Fixing.FixFirstAsync(new StepInputFix(), project))!;
        Assert.Contains("Undo([From(nameof(Shared.Count))][System.ComponentModel.Description(\"x\")] int number)", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Theory]
    [InlineData("int", "int?")]
    [InlineData("DurableList<string>", "DurableList<string>?")]
    [InlineData("int[]", "int[]?")]
    [InlineData("(int, string?)", "(int, string?)?")]
    public async Task Output_of_a_skippable_step_is_taken_as_nullable(string type, string after)
    {
        var project = Train($"[Step(SkipWhen = nameof(Never))] {type} First() => default!; [Step] bool Second({type} first, TrainContext run) => true; string? Never() => null;");
        var fixedProject = (await Fixing.FixFirstAsync(new StepInputFix(), project))!;
        Assert.Contains($"Second({after} first, TrainContext run)", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task All_inputs_of_skippable_steps_at_once() => await Fixing.IsCleanAsync(await Fixing.FixAllAsync(
        new StepInputFix(),
        Train("[Step(SkipWhen = nameof(Never))] int First() => 1; [Step(SkipWhen = nameof(Never))] string Second() => \"\"; [Step] bool Third(int first, string second) => true; [Step] byte Last(int first) => 1; string? Never() => null;")));

    [Fact]
    public async Task All_inputs_that_fit_the_same_step_at_once() => await Fixing.IsCleanAsync(await Fixing.FixAllAsync(
        new StepInputFix(),
        Train("[Step] int First() => 1; [Step] int Second() => 2; [Step] bool Third(int number) => true; [Step] byte Last(int number) => 1;")));

    [Theory]
    [InlineData("[Step] bool Third(int number) => true;")]
    [InlineData("[Step] DurableList<int> Rows() => new([1]); [Step] bool Third(int number) => true;")]
    public async Task Nothing_is_offered_where_no_step_returns_the_type(string steps) => Assert.Null(await Fixing.FixFirstAsync(new StepInputFix(), Train(steps)));

    private static Project Train(string steps) =>
        Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[TrainAction] public sealed partial class Train {{ {steps} }}");
}
