using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

public sealed class NearMissFixTests
{
    [Theory]
    [InlineData(0, "[Step] int First() => 1; [Step] string Second(long number) => $\"{number}\";", "Second(int number)")]
    [InlineData(1, "[Step] int First() => 1; [Step] string Second(long number) => $\"{number}\";", "[Step] long First() => 1;")]
    [InlineData(1, "[Step] async Task<int> First() { await Task.Yield(); return 1; } [Step] string Second(long number) => $\"{number}\";", "async Task<long> First()")]
    [InlineData(0, "[Step] DurableList<string> First() => new([]); [Step] int Second(string text) => 1;", "Second(DurableList<string> text)")]
    [InlineData(0, "[Step] string First() => \"\"; [Step] int Second(DurableList<string> texts) => 1;", "Second(string texts)")]
    [InlineData(0, "[Step(SkipWhen = nameof(Never))] int First() => 1; string? Never() => null; [Step] string Second(long number) => \"\";", "Second(int? number)")]
    [InlineData(0, "[Step] string Second(int number) => $\"{number}\"; [Step] int First() => 1;", "[Step(After = nameof(First))] string Second(int number)")]
    [InlineData(0, "[Step] void First(UploadContext run) => run.Log.Info(\"a\");", "First(TrainContext run)")]
    [InlineData(0, "[Step] int First() => 1; [Step] string Second(in int number) => $\"{number}\";", "Second(int number)")]
    [InlineData(0, "[Step] int First() => 1; [Step] bool Second([From(nameof(First))] string text) => true;", "[From(nameof(First))] int text")]
    [InlineData(0, "[Step(Rollback = nameof(Undo))] int First() => 1; void Undo(string text) { }", "Undo(int text)")]
    public Task Either_side_gives_way(int offer, string steps, string after) =>
        IsFixedAsync(new NearMissFix(), offer, $"[TrainAction] public sealed partial class Train {{ {steps} }}", after);

    [Fact]
    public Task Execute_gets_the_context_of_its_kind() =>
        IsFixedAsync(new NearMissFix(), 0, "[ExportAction] partial class Export { public void Execute(TrainContext run) => run.Log.Info(\"a\"); }", "Execute(ExportContext run)");

    [Fact]
    public Task Params_of_a_step_are_marked() => IsFixedAsync(
        new ParamsFix(),
        0,
        "public sealed record Settings { public int Epochs { get; init; } = 1; } [TrainAction] partial class Train { [Step] int First(Settings p) => p.Epochs; }",
        "public sealed partial record Settings");

    [Fact]
    public async Task Step_that_cannot_be_journaled_as_what_is_asked_for_keeps_its_type()
    {
        var project = Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, "[TrainAction] partial class Train { [Step] string First() => \"\"; [Step] int Second(object text) => 1; }");
        Assert.Null(await Fixing.FixFirstAsync(new NearMissFix(), project, offer: 1));
    }

    [Theory]
    [InlineData("public void Execute(int) { }")] // Found by mutation: it has no name yet.
    [InlineData("public void Execute(int p) { }")]
    [InlineData("public void Execute(FileInfo file) { }")]
    public async Task Nothing_is_moved_that_has_no_place_among_params(string method) => Assert.Null(await Fixing.FixFirstAsync(
        new MoveToParamsFix(), Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, $"[TrainAction] partial class Train {{ {method} }}")));

    [Fact]
    public Task Values_that_Execute_asks_for_become_params() => IsFixedAsync(
        new MoveToParamsFix(),
        0,
        """
        namespace Shop;

        [TrainAction]
        public sealed partial class Train
        {
            public string Execute(int epochs, TrainContext run, double rate = 0.1) => $"{epochs} {rate} {run.RunId}";
        }
        """,
        """
        namespace Shop;

        [Params]
        public sealed partial record TrainParams
        {
            public required int Epochs { get; init; }
            public double Rate { get; init; } = 0.1;
        }

        [TrainAction]
        public sealed partial class Train
        {
            public string Execute(TrainParams p, TrainContext run) => $"{p.Epochs} {p.Rate} {run.RunId}";
        }
        """);

    private static async Task IsFixedAsync(CodeFixProvider fix, int offer, string source, string after)
    {
        var project = (await Fixing.FixFirstAsync(fix, Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source), offer))!;
        Assert.Contains(after, await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(project);
    }
}
