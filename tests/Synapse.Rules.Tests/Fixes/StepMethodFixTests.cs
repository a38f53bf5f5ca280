using Microsoft.CodeAnalysis;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class StepMethodFixTests
{
    [Theory]
    [InlineData("[Step(Rollback = \"Undo\")] int First() => 1;", "private Task Undo(int output, TrainContext run, CancellationToken ct) => throw new NotImplementedException();")]
    [InlineData("[Step(Rollback = nameof(Undo))] async Task<DurableList<DataFile>> First(ActionContext context) => await Task.FromResult(new DurableList<DataFile>([]));", "private Task Undo(DurableList<DataFile> output, ActionContext run, CancellationToken ct) =>")]
    [InlineData("[Step(Rollback = nameof(Undo))] string? First() => null;", "private Task Undo(string? output, TrainContext run, CancellationToken ct) =>")]
    [InlineData("[Step(Rollback = nameof(Undo))] Task First() => Task.CompletedTask;", "private Task Undo(TrainContext run, CancellationToken ct) =>")]
    [InlineData("[Step(Rollback = nameof(Undo))] async IAsyncEnumerable<int[]> First() { await Task.Yield(); yield return [1]; }", "private Task Undo(DurableList<int[]> output, TrainContext run, CancellationToken ct) =>")]
    [InlineData("[Step] int Zero() => 1; [Step] int One([From(nameof(Zero))] int zero) => 1; [Step(SkipWhen = \"Nothing\")] bool First([From(nameof(One))] int one, TrainContext run, StepAttempt attempt, CancellationToken ct = default) => true;", "private string? Nothing([From(nameof(One))] int one, TrainContext run) => throw new NotImplementedException();")]
    public async Task Method_is_added_with_the_parameters_that_it_can_ask_for(string step, string method)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[TrainAction]\npublic sealed partial class Train\n{{\n    {step}\n\n    [Step] long Last() => 1;\n}}\n");
        var fixedProject = (await Fixing.FixFirstAsync(new StepMethodFix(), project))!;
        var text = await Fixing.TextAsync(fixedProject, "File0.cs");
        Assert.Contains("\n    " + method, text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("nameof(" + (method.Contains("Undo", StringComparison.Ordinal) ? "Undo)" : "Nothing)"), text, StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task Method_of_a_set_is_public_and_takes_the_context_that_every_action_has()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[StepSet] public class Shared { [Step(Rollback = nameof(Undo))] public int First() => 1; }\n[UseSteps<Shared>] [UploadAction] public sealed partial class Upload;");
        var fixedProject = (await Fixing.FixFirstAsync(new StepMethodFix(), project))!;
        Assert.Contains("public Task Undo(int output, ActionContext run, CancellationToken ct)", await Fixing.TextAsync(fixedProject, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Fact]
    public async Task Added_code_reads_like_the_rest()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[PluginAction(\"clean\")]\npublic sealed partial class Clean\n{\n    [Step(Rollback = \"Undo\")]\n    int First() => 1;\n\n    [Step]\n    string Last() => \"\";\n}\n");
        var text = await Fixing.TextAsync((await Fixing.FixFirstAsync(new StepMethodFix(), project))!, "File0.cs");
        Assert.Equal("""
            [PluginAction("clean")]
            public sealed partial class Clean
            {
                [Step(Rollback = nameof(Undo))]
                int First() => 1;

                private Task Undo(int output, RunContext run, CancellationToken ct) => throw new NotImplementedException();

                [Step]
                string Last() => "";
            }

            """, text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task All_methods_of_a_project_at_once_and_each_name_once()
    {
        var project = Fixing.Project(
            "Fashion",
            OutputKind.DynamicallyLinkedLibrary,
            "[TrainAction] public sealed partial class Train { [Step(Rollback = \"Undo\", SkipWhen = \"Never\")] int First() => 1; [Step(SkipWhen = \"Never\")] string Second(TrainContext run) => \"\"; }",
            "[ExportAction] public sealed partial class Export { [Step(Rollback = \"Undo\")] int First() => 1; }");
        await Fixing.IsCleanAsync(await Fixing.FixAllAsync(new StepMethodFix(), project));
    }

    [Theory]
    [InlineData("[Step(Rollback = \"not a name\")] int First() => 1;")]
    [InlineData("[Step(Rollback = \"Undo\")] int First() => 1; int Undo = 3;")]
    [InlineData("[Step(Rollback = nameof(Undo))] int First() => 1; int Undo() => 3;")]
    [InlineData("[Step(Name = nameof(Undo))] int First() => 1;")]
    [InlineData("[Step] int First() => Undo;")]
    public async Task Nothing_is_offered_where_a_method_would_not_help(string steps)
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[TrainAction] public sealed partial class Train {{ {steps} }}");
        Assert.Null(await Fixing.FixFirstAsync(new StepMethodFix(), project));
    }
}
