using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Durable loops: what their results are, and what they are called.</summary>
internal static class LoopCases
{
    private const string Repeated = "This loop may run more than once in its step, and each time it is named \"\", so the journal cannot tell the loops apart. Give it a name of its own: name: \"…\".";
    private const string Second = "This loop, like one before it, is named \"{0}\", so the journal cannot tell the loops apart. Give it a name of its own: name: \"…\".";

    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2016", "a record of the author, and one of the SDK", """
            public sealed record Score(string Name, double Value);

            [TrainAction]
            public sealed partial class Train
            {
                [Step]
                async Task<int> First(TrainContext run, CancellationToken ct)
                {
                    await run.[|ForEachAsync|](["a"], n => n, (n, _) => Task.FromResult(new Score(n, 1)), ct: ct);
                    var files = await run.[|ForEachAsync|](["a"], n => n, (n, token) => run.Backend.DataFiles.GetAsync(1, token), name: "files", ct: ct);
                    return files.Count;
                }
            }
            """,
            "The loop's result 'Score' cannot be journaled: no step of 'Train' returns it and it is not [Journaled]. Mark 'Score' [Journaled].",
            "The loop's result 'DataFile' cannot be journaled: no step of 'Train' returns it and it is not [Journaled]. Return a record of your own that is [Journaled]."),
        new("SYN2016", "in a method that a step calls, and in a function", """
            public sealed record Score(string Name, double Value);

            [StepSet]
            public sealed class Shared
            {
                [Step] public Task First(RunContext run) => Walk(run);
                private static Task Walk(RunContext run) => run.[|ForEachAsync|]([1], n => $"{n}", (n, _) => Task.FromResult(new Score("a", n)));
            }

            public static partial class Tools
            {
                [PluginAction("walk")]
                public static Task Walk(RunContext run) => run.[|ForEachAsync|]([1], n => $"{n}", (n, _) => Task.FromResult((n, 1)));
            }
            """,
            "The loop's result 'Score' cannot be journaled: no step of 'Shared' returns it and it is not [Journaled]. Mark 'Score' [Journaled].",
            "The loop's result '(int n, int)' cannot be journaled: no step of 'Tools' returns it and it is not [Journaled]. Return a record of your own that is [Journaled]."),
        new("SYN2016", "scalars, outputs, marked types, no result, open types", """
            [Journaled] public sealed record Marked(int Number);
            public sealed record Row(string Name);
            public sealed record Whole(string Name);

            [StepSet]
            public sealed class Shared
            {
                [Step] public DataFile Third() => null!;
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] Task<DurableList<Row>> First(TrainContext run, CancellationToken ct) => run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(new Row("a")), ct: ct);

                [Step]
                async Task<Whole> Second(TrainContext run, CancellationToken ct)
                {
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(new Marked(n)), name: "a", ct: ct);
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(new Whole("")), name: "b", ct: ct);
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(n), name: "c", ct: ct);
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, name: "d", ct: ct);
                    await run.ForEachAsync([1], n => $"{n}", (n, token) => run.Backend.DataFiles.GetAsync(n, token), name: "e", ct: ct);
                    await Each(run, new Other(), ct);
                    return new("");
                }

                static Task Each<T>(TrainContext run, T value, CancellationToken ct) => run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(value), name: "f", ct: ct);
                sealed class Other;
            }
            """),
        new("SYN2017", "one after the other, with and without options", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step]
                async Task First(TrainContext run, CancellationToken ct)
                {
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, ct: ct);
                    await run.[|ForEachAsync|]([2], n => $"{n}", (n, _) => Task.CompletedTask, new ForEachOptions { Parallelism = 2 }, ct);
                    await run.ForEachAsync([3], n => $"{n}", (n, _) => Task.CompletedTask, name: "third", ct: ct);
                    await run.[|ForEachAsync|]([4], n => $"{n}", (n, _) => Task.CompletedTask, new ForEachOptions { Name = "third" }, ct);
                }
            }
            """, string.Format(null, Second, ""), string.Format(null, Second, "third")),
        new("SYN2017", "again and again, and for each item", """
            [TrainAction]
            public sealed partial class Train
            {
                public async Task ExecuteAsync(TrainContext run, CancellationToken ct)
                {
                    for (var i = 0; i < 3; i++)
                    {
                        await run.[|ForEachAsync|]([1], n => $"{n}", (n, _) => Task.CompletedTask, ct: ct);
                    }

                    await run.ForEachAsync([1, 2], n => $"{n}", async (n, token) => await run.[|ForEachAsync|]([1], m => $"{m}", (m, _) => Task.CompletedTask, name: "inner", ct: token), name: "outer", ct: ct);
                }
            }
            """,
            Repeated,
            "This loop runs once for each item of another, and each time it is named \"inner\", so the journal cannot tell the loops apart. Give it a name of its own: name: \"…\"."),
        new("SYN2017", "either or, names of their own, other steps", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step]
                async Task<int> First(TrainContext run, CancellationToken ct)
                {
                    if (run.RunId.Length > 3)
                    {
                        return (await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.FromResult(n), ct: ct)).Count;
                    }

                    return (await run.ForEachAsync([2], n => $"{n}", (n, _) => Task.FromResult(n), ct: ct)).Count;
                }

                [Step]
                Task Second(int first, TrainContext run, CancellationToken ct) => first switch
                {
                    0 => run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, ct: ct),
                    _ => run.ForEachAsync([1, 2], n => $"{n}", (n, _) => Task.CompletedTask, ct: ct),
                };

                [Step]
                async Task Third(TrainContext run, CancellationToken ct)
                {
                    foreach (var epoch in new[] { 1, 2 })
                    {
                        await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, name: $"epoch {epoch}", ct: ct);
                    }

                    foreach (var once in new[] { 1, 2 })
                    {
                        await run.ForEachAsync([once], n => $"{n}", (n, _) => Task.CompletedTask, name: "once", ct: ct);
                        break;
                    }

                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, ct: ct);
                    await run.ForEachAsync([1], n => $"{n}", (n, _) => Task.CompletedTask, name: "second", ct: ct);
                }
            }
            """),
        new("SYN2018", "compiled for another contract", """
            [StepSet(99)]
            public sealed class Shared
            {
                [Step] public int First() => 1;
            }

            [[|UseSteps<Shared>|]]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int Second() => 1;
            }
            """, "Step set 'Shared' was compiled for contract 99 of step sets, and this SDK wires contract 1. Build 'Plugin' with the SDK of this plugin."),
        new("SYN2018", "compiled for this one", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public int First() => StepSetAttribute.Current;
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string Second(int first) => "";
            }
            """),
    ];
}
