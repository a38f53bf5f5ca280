using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Actions that are one method: what it can ask for and give back.</summary>
internal static class ExecuteCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN1005", "a parameter that nothing fills", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute([|int|] epochs, TrainContext run) => run.Progress(Progress.Train, 1, epochs);
            }
            """, "'Execute' cannot be wired: nothing fills parameter 'epochs' of type 'int'. It may take the action's [Params] type, 'TrainContext', 'StepAttempt' and 'CancellationToken'; values go into a [Params] type."),
        new("SYN1005", "the context of another kind", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute([|ExportContext|] run) { }
            }
            """, "'Execute' cannot be wired: 'ExportContext' is the context of another kind of action. This one gets 'TrainContext'."),
        new("SYN1005", "a parameter by reference", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute(ref [|CancellationToken|] ct) { }
            }
            """, "'Execute' cannot be wired: parameter 'ct' is 'ref'. Take it by value."),
        new("SYN1005", "a result that cannot be journaled", """
            public sealed record Report(string Name, Stream Content);

            [TrainAction]
            public sealed partial class Train
            {
                public [|Task<Report>|] ExecuteAsync() => Task.FromResult<Report>(null!);
            }
            """, "'ExecuteAsync' cannot be wired: its result Report.Content cannot be journaled: 'System.IO.Stream' has no exact JSON; copy what you need of it into a record"),
        new("SYN1005", "async void", """
            [TrainAction]
            public sealed partial class Train
            {
                public async void [|Execute|]() => await Task.Yield();
            }
            """, "'Execute' cannot be wired: it is async void: the run could neither wait for it nor see it fail. Return Task."),
        new("SYN1005", "two of them", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
                public Task [|ExecuteAsync|]() => Task.CompletedTask;
            }
            """, "'ExecuteAsync' cannot be wired: there are two Execute methods, so it is not clear which one runs. Keep one."),
        new("SYN1005", "type parameters, said once", """
            [TrainAction]
            public sealed partial class Train
            {
                public T [|Execute|]<T>(T value) => value;
            }
            """, "'Execute' cannot be wired: it has type parameters. Remove them."),
        new("SYN1005", "a function's parameter", """
            public static partial class Tools
            {
                [PluginAction("clean")]
                public static void Clean([|string|] folder) { }
            }
            """, "'Clean' cannot be wired: nothing fills parameter 'folder' of type 'string'. It may take the action's [Params] type, 'RunContext', 'StepAttempt' and 'CancellationToken'; values go into a [Params] type."),
        new("SYN1005", "everything that is filled, in any order, nullable or not", """
            [TrainAction]
            public sealed partial class Train
            {
                public ValueTask<int?> ExecuteAsync(CancellationToken ct, StepAttempt attempt, TrainContext? run, ActionContext any) => new(1);
            }

            public static partial class Tools
            {
                [PluginAction("clean")]
                private static async IAsyncEnumerable<string> Clean(RunContext run)
                {
                    await Task.Yield();
                    yield return run.RunId;
                }
            }
            """),
    ];
}
