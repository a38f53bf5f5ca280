using Synapse.CodeFixes.Refactorings;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Refactorings;

public sealed class OtherRefactoringTests
{
    [Theory]
    [InlineData("[TrainAction] partial class Train { [Step] int [||]First() => 1; }", "[Step(Rollback = nameof(UndoFirst))] int First() => 1;", "private Task UndoFirst(int output, TrainContext run, CancellationToken ct) => throw new NotImplementedException();")]
    [InlineData("[TrainAction] partial class Train { [Step(Weight = 2)] async Task<DurableList<string>> [|First|](TrainContext? run) { await Task.Yield(); return new([]); } int UndoFirst; public int Taken() => ++UndoFirst; }", "Rollback = nameof(UndoFirstStep))]", "UndoFirstStep(DurableList<string> output, TrainContext run, CancellationToken ct)")]
    [InlineData("[StepSet] public class Shared { [Step] public void Fi[||]rst() { } }", "Rollback = nameof(UndoFirst)", "public Task UndoFirst(ActionContext run, CancellationToken ct)")]
    public async Task Step_gets_a_rollback(string source, string setting, string method)
    {
        var text = await Refactoring.ApplyAsync(new RollbackRefactoring(), source);
        Assert.Contains(setting, text, StringComparison.Ordinal);
        Assert.Contains(method, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[TrainAction] partial class Train { [Step(Rollback = nameof(Undo))] int [||]First() => 1; void Undo() { } }")]
    [InlineData("[TrainAction] partial class Train { int [||]First() => 1; [Step] void Other() => First(); }")]
    [InlineData("[TrainAction] partial class Train { [Step] int First() => [||]1; }")]
    public async Task Rollback_is_offered_at_the_head_of_a_step_without_one(string source) => Assert.Null(await Refactoring.ApplyAsync(new RollbackRefactoring(), source));

    [Theory]
    [InlineData("public required int [||]Epochs { get; init; }", "public int Epochs { get; init; } = 0;")]
    [InlineData("[Range(5, 9)] public required int [||]Epochs { get; init; }", "public int Epochs { get; init; } = 5;")]
    [InlineData("public required string [||]Name { get; init; }", "public string Name { get; init; } = \"\";")]
    [InlineData("public required bool [||]Fast { get; init; }", "public bool Fast { get; init; } = false;")]
    [InlineData("public required int[] [||]Folds { get; init; }", "public int[] Folds { get; init; } = [];")]
    [InlineData("[MinLength(1)] public required string [||]Name { get; init; }", "public string? Name { get; init; }")]
    [InlineData("public required string? [||]Name { get; init; }", "public string? Name { get; init; }")]
    [InlineData("public required Inner [||]Part { get; init; }", "public Inner? Part { get; init; }")]
    [InlineData("public int [||]Epochs { get; init; } = 3;", "public required int Epochs { get; init; }")]
    [InlineData("public string? [||]Name { get; init; }", "public required string? Name { get; init; }")]
    public async Task Param_becomes_required_or_optional(string before, string after) => Assert.Contains(
        after,
        await Refactoring.ApplyAsync(new ParamPresenceRefactoring(), $"[Params] public sealed partial record Inner {{ public int A {{ get; init; }} }} [Params] public sealed partial record Settings {{ {before} }}"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("public sealed record Settings { public required int [||]Epochs { get; init; } }")]
    [InlineData("[Params] public sealed partial record Settings { public int [||]Epochs => 1; public int A { get; init; } }")]
    public async Task Presence_is_offered_on_params_only(string source) => Assert.Null(await Refactoring.ApplyAsync(new ParamPresenceRefactoring(), source));

    [Theory]
    [InlineData("[Step] int First() => 1; [Step(After = \"[||]First\")] string Second() => \"\";", "[Step(After = nameof(First))]")]
    [InlineData("[Step(Rollback = \"Un[||]do\")] int First() => 1; void Undo() { }", "[Step(Rollback = nameof(Undo))]")]
    [InlineData("[Step] int First() => 1; [Step] string Second([From(\"Fi[||]rst\")] int n) => \"\";", "[From(nameof(First))] int n")]
    public async Task Name_of_a_method_follows_its_rename(string steps, string after) =>
        Assert.Contains(after, await Refactoring.ApplyAsync(new NameOfRefactoring(), $"[TrainAction] partial class Train {{ {steps} }}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Step(Name = \"[||]First\")] int First() => 1;")]
    [InlineData("[Step] string First() => \"[||]First\";")]
    public async Task Other_texts_stay(string steps) => Assert.Null(await Refactoring.ApplyAsync(new NameOfRefactoring(), $"[TrainAction] partial class Train {{ {steps} }}"));
}
