using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class PartialFixTests
{
    [Fact]
    public async Task Class_and_the_types_around_it_become_partial_and_comments_stay()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, """
            // All actions.
            static class Actions
            {
                /// <summary>Trains.</summary>
                [TrainAction]
                public sealed class Train
                {
                    public void Execute() { }
                }
            }
            """);
        var once = (await Fixing.FixFirstAsync(new PartialFix(), project))!;
        Assert.Equal("""
            // All actions.
            static partial class Actions
            {
                /// <summary>Trains.</summary>
                [TrainAction]
                public sealed partial class Train
                {
                    public void Execute() { }
                }
            }
            """, await Fixing.TextAsync(once, "File0.cs"));
        await Fixing.IsCleanAsync(once);
    }

    [Fact]
    public async Task Class_without_modifiers_keeps_what_stands_before_it()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, """
            [TrainAction]
            // Trains.
            record Train
            {
                public void Execute() { }
            }
            """);
        var fixedProject = (await Fixing.FixFirstAsync(new PartialFix(), project))!;
        Assert.Contains("// Trains.\npartial record Train\n", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task All_classes_of_a_project_at_once()
    {
        var project = Fixing.Project(
            "Fashion",
            OutputKind.DynamicallyLinkedLibrary,
            "[TrainAction] public class Train { public void Execute() { } }\n[ExportAction] public class Export { public void Execute() { } }",
            "static class Tools { [PluginAction(\"clean\")] public static void Clean() { } }");
        await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new PartialFix(), project));
    }
}
