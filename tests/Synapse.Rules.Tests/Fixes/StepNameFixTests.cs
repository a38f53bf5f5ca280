using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class StepNameFixTests
{
    private const string Set = "namespace Shop { [StepSet] public class Shared { [Step] public static bool Collect() => true; [Step] public static byte Report() => 1; } }";

    [Theory]
    [InlineData("[Step(After = \"load_data\")] string Fit() => \"\"; [Step] int LoadData() => 1;", "After = nameof(LoadData))")]
    [InlineData("[Step] int LoadData() => 1; [Step(Before = \"LoadDta\")] string Fit() => \"\";", "Before = nameof(LoadData))")]
    [InlineData("[Step] int LoadData() => 1; [Step] string Fit([From(\"Loaddata\")] int data) => \"\";", "[From(nameof(LoadData))] int data")]
    [InlineData("[Step] int LoadData() => 1; [Step] string Fit([From(\"collected\")] bool all) => \"\";", "[From(nameof(Shop.Shared.Collect))] bool all")]
    [InlineData("[Step] int @class() => 1; [Step(After = \"clas\")] string Fit() => \"\";", "After = nameof(@class))")]
    public async Task Name_becomes_nameof_of_the_closest_step(string steps, string after)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[UseSteps<Shop.Shared>]\n[TrainAction]\npublic sealed partial class Train {{ {steps} }}", Set);
        var fixedProject = (await Fixing.FixFirstAsync(new StepNameFix(), project))!;
        Assert.Contains(after, await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Theory]
    [InlineData("After = \"LodData\"", "After = nameof(LoadData)")]
    [InlineData("Except = [\"Reprot\"]", "Except = [nameof(Shop.Shared.Report)]")]
    public async Task Names_at_a_set_are_put_right(string before, string after)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[UseSteps<Shop.Shared>({before})]\n[TrainAction]\npublic sealed partial class Train {{ [Step] int LoadData() => 1; }}", Set);
        var fixedProject = (await Fixing.FixFirstAsync(new StepNameFix(), project))!;
        Assert.Contains($"[UseSteps<Shop.Shared>({after})]", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task Nothing_is_offered_where_no_name_is_near()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[TrainAction] public sealed partial class Train { [Step] int LoadData() => 1; [Step(After = \"Begin\")] string Fit() => \"\"; }");
        Assert.Null(await Fixing.FixFirstAsync(new StepNameFix(), project));
    }

    [Fact]
    public async Task All_names_of_a_project_at_once()
    {
        var project = Fixing.Project(
            "Fashion",
            OutputKind.DynamicallyLinkedLibrary,
            "[TrainAction] public sealed partial class Train { [Step] string Fit() => \"\"; [Step(Before = \"ft\")] int Load() => 1; [Step(After = \"Lod\")] bool Check() => true; }",
            "[ExportAction] public sealed partial class Export { [Step] int Find() => 1; [Step] bool Check([From(\"find\")] int found) => true; [Step] string Last([From(\"fnd\")] int found) => \"\"; }");
        await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new StepNameFix(), project));
    }
}
