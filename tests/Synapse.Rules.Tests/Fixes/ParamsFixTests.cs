using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class ParamsFixTests
{
    private const string Train = "[TrainAction] public sealed partial class Train { public void Execute(Outer.Settings p) { } }";

    [Fact]
    public async Task Type_in_another_file_is_marked_and_made_partial_with_the_types_around_it()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, Train, """
            public static class Outer
            {
                /// <summary>What to set.</summary>
                public sealed record Settings
                {
                    public int Epochs { get; init; } = 1;
                }
            }
            """);
        var fixedProject = (await Fixing.FixFirstAsync(new ParamsFix(), project))!;
        Assert.Equal("""
            public static partial class Outer
            {
                /// <summary>What to set.</summary>
                [Params]
                public sealed partial record Settings
                {
                    public int Epochs { get; init; } = 1;
                }
            }
            """, await Fixing.TextAsync(fixedProject, "File1.cs"));
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task Type_that_is_marked_becomes_partial()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[Params]\npublic sealed record Settings { public int Epochs { get; init; } = 1; }");
        var fixedProject = (await Fixing.FixFirstAsync(new ParamsFix(), project))!;
        Assert.StartsWith("[Params]\npublic sealed partial record Settings {", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task Nothing_is_offered_for_an_abstract_type()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, Train, "public static partial class Outer { [Params] public abstract partial record Settings { public int Epochs { get; init; } } }");
        Assert.Null(await Fixing.FixFirstAsync(new ParamsFix(), project));
    }
}
