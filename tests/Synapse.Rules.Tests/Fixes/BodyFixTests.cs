using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fixes;

/// <summary>Fixes of rules over method bodies.</summary>
public sealed class BodyFixTests
{
    [Theory]
    [InlineData("Console.WriteLine(\"done {now}\")", "run.Log.Info(\"done {{now}}\")")]
    [InlineData("Console.Write($\"{{a}} {run.RunId} in {run.WorkDir.Length:N0}\")", "run.Log.Info(\"{{a}} {RunId} in {Length:N0}\", run.RunId, run.WorkDir.Length)")]
    [InlineData("Console.WriteLine(\"{0} and {1:N1} {{\", run.RunId, 2.5)", "run.Log.Info(\"{RunId} and {Value:N1} {{\", run.RunId, 2.5)")]
    [InlineData("System.Console.WriteLine(run.RunId.Length + 1)", "run.Log.Info(\"{Value}\", run.RunId.Length + 1)")]
    [InlineData("Console.WriteLine($\"{run.RunId} {run.RunId}\")", "run.Log.Info(\"{RunId} {RunId2}\", run.RunId, run.RunId)")]
    public Task Console_becomes_the_log_of_the_run(string before, string after) =>
        IsFixedAsync(new ConsoleFix(), $"[TrainAction] partial class Train {{ [Step] void First(TrainContext run) => {before}; }}", after);

    [Theory]
    [InlineData("[Step] void First(CancellationToken ct) => Console.WriteLine(ct.CanBeCanceled);", "First(TrainContext run, CancellationToken ct) => run.Log.Info(")]
    [InlineData("[Step(Rollback = nameof(Undo))] int First() => 1; void Undo(int first) { Console.WriteLine(first); }", "Undo(int first, TrainContext run) { run.Log.Info(\"{First}\", first); }")]
    [InlineData("readonly TrainContext _context; public Train(TrainContext context) => _context = context; [Step] void First() => Tell(); void Tell() => Console.WriteLine(\"a\");", "void Tell() => _context.Log.Info(\"a\");")]
    public Task Context_is_asked_for_or_found(string members, string after) =>
        IsFixedAsync(new ConsoleFix(), $"[TrainAction] partial class Train {{ {members} }}", after);

    [Theory]
    [InlineData("Console.WriteLine()")]
    [InlineData("Console.WriteLine(\"{1} {0}\", 1, 2)")]
    [InlineData("Console.WriteLine($\"{1,5}\")")]
    [InlineData("Console.ReadLine()")]
    [InlineData("Helper()")]
    public async Task Console_stays_where_no_message_says_the_same(string call) => Assert.Null(await Fixing.FixFirstAsync(
        new ConsoleFix(), Project($"[TrainAction] partial class Train {{ [Step] void First(TrainContext run) => {call}; static void Helper() => Console.WriteLine(1); }}")));

    [Theory]
    [InlineData("[Step] string First(TrainContext run) => run.GetDatasetAsync(1).Result.Name;", "async Task<string> First(TrainContext run) => (await run.GetDatasetAsync(1)).Name;")]
    [InlineData("[Step] void First() { Task.Delay(1).Wait(); }", "async Task First() { await Task.Delay(1); }")]
    [InlineData("[Step] public void First() { Task.WaitAll(Task.Delay(1), Task.Delay(2)); }", "public async Task First() { await Task.WhenAll(Task.Delay(1), Task.Delay(2)); }")]
    [InlineData("[Step] async Task First() { await Task.Yield(); var t = Task.FromResult(1).ContinueWith(n => 1); _ = t.GetAwaiter().GetResult(); }", "_ = await t;")]
    [InlineData("[Step] async Task First() { await Task.Yield(); Task.Delay(1).ConfigureAwait(false).GetAwaiter().GetResult(); }", "await Task.Delay(1).ConfigureAwait(false);")]
    [InlineData("[Step] string First(TrainContext run) => run.GetDatasetAsync(run.GetDatasetAsync(1).Result.Id).Result.Name;", "(await run.GetDatasetAsync((await run.GetDatasetAsync(1)).Id)).Name;")]
    public async Task Wait_becomes_await(string step, string after)
    {
        var project = await Fixing.FixAllAsync(new AwaitFix(), Project($"[TrainAction] partial class Train {{ {step} }}"));
        Assert.Contains(after, await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(project);
    }

    [Fact]
    public async Task One_wait_in_a_method_that_has_two_is_awaited()
    {
        var project = (await Fixing.FixFirstAsync(new AwaitFix(), Project("[TrainAction] partial class Train { [Step] void First() { Task.Delay(1).Wait(); Task.Delay(2).Wait(); } }")))!;
        Assert.Contains("async Task First() { await Task.Delay(1); Task.Delay(2).Wait(); }", await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_of_a_loop_is_marked_where_it_is_declared()
    {
        var project = Project(
            "[TrainAction] partial class Train { [Step] Task First(TrainContext run, CancellationToken ct) => run.ForEachAsync([1], n => $\"{n}\", (n, _) => Task.FromResult(new Score(n)), ct: ct); }",
            "/// <summary>A score.</summary>\npublic sealed record Score(int Value);");
        var fixedProject = (await Fixing.FixFirstAsync(new JournaledFix(), project))!;
        Assert.Equal("/// <summary>A score.</summary>\n[Journaled]\npublic sealed record Score(int Value);", await Fixing.TextAsync(fixedProject, "File1.cs"));
        await Fixing.IsCleanAsync(fixedProject);
    }

    [Theory]
    [InlineData("await run.ForEachAsync(labels, n => n, (n, _) => Task.CompletedTask, ct: ct);", "(n, _) => Task.CompletedTask, name: \"labels\", ct: ct);")]
    [InlineData("await run.ForEachAsync(new[] { \"a\" }, n => n, (n, _) => Task.CompletedTask);", "(n, _) => Task.CompletedTask, name: \"loop_2\");")]
    [InlineData("await run.ForEachAsync(labels, n => n, (n, _) => Task.CompletedTask, 2, \"\", ct);", "Task.CompletedTask, 2, \"labels\", ct);")]
    [InlineData("await run.ForEachAsync(labels, n => n, (n, _) => Task.CompletedTask, new ForEachOptions(), ct);", "new ForEachOptions() { Name = \"labels\" }, ct);")]
    [InlineData("await run.ForEachAsync(labels, n => n, (n, _) => Task.CompletedTask, new ForEachOptions { Retries = 2 }, ct);", "new ForEachOptions { Retries = 2, Name = \"labels\" }, ct);")]
    public Task Second_loop_gets_a_name(string loop, string after) => IsFixedAsync(
        new LoopNameFix(),
        $"[TrainAction] partial class Train {{ [Step] async Task First(TrainContext run, CancellationToken ct) {{ string[] labels = [\"a\"]; await run.ForEachAsync(labels, n => n, (n, _) => Task.CompletedTask, ct: ct); {loop} }} }}",
        after);

    [Theory]
    [InlineData("DateTimeOffset.UtcNow", "run.UtcNow")]
    [InlineData("DateTime.UtcNow", "run.UtcNow.UtcDateTime")]
    public Task Wall_clock_becomes_the_start_of_the_run(string clock, string after) => IsFixedAsync(
        new ClockFix(),
        $"[UploadAction] partial class Upload {{ [Step] Task<Dataset> First(UploadContext run, CancellationToken ct) => run.Backend.Datasets.CreateAsync(\"a\", $\"{{{clock}:O}}\", ct); }}",
        $"$\"{{{after}:O}}\"");

    private static Project Project(params string[] sources) => Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, sources);

    private static async Task IsFixedAsync(CodeFixProvider fix, string source, string after)
    {
        var project = (await Fixing.FixFirstAsync(fix, Project(source)))!;
        Assert.Contains(after, await Fixing.TextAsync(project, "File0.cs"), StringComparison.Ordinal);
        await Fixing.IsCleanAsync(project);
    }
}
