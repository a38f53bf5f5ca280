using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>What an action's class must be.</summary>
internal static class ActionCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN1001", "the class itself", """
            [TrainAction]
            public sealed class [|Train|]
            {
                public void Execute() { }
            }
            """, "Action 'Train' is wired by generated code in a second part of the class. Declare 'Train' partial."),
        new("SYN1001", "a class around it", """
            public static class [|Outer|]
            {
                [TrainAction]
                public sealed partial class Train
                {
                    public void Execute() { }
                }
            }
            """, "Action 'Train' is wired by generated code in a second part of the class. Declare 'Outer' partial."),
        new("SYN1001", "the class of a function", """
            public static class [|Tools|]
            {
                [PluginAction("clean")]
                public static void Clean() { }
            }
            """, "Action 'Clean' is wired by generated code in a second part of the class. Declare 'Tools' partial."),
        new("SYN1001", "partial, also around it", """
            public static partial class Outer
            {
                [TrainAction]
                public sealed partial record Train
                {
                    public void Execute() { }
                }
            }
            """),
        new("SYN1002", "static", """
            [TrainAction]
            public static partial class [|Train|]
            {
                public static void Execute() { }
            }
            """, "'Train' cannot be made by generated code: it is static. Remove 'static', or put the attribute on a static method."),
        new("SYN1002", "abstract", """
            [TrainAction]
            public abstract partial class [|Train|]
            {
                public void Execute() { }
            }
            """, "'Train' cannot be made by generated code: it is abstract. Put the attribute on a class that can be made."),
        new("SYN1002", "generic", """
            [TrainAction]
            public partial class [|Train|]<T>
            {
                public void Execute() { }
            }
            """, "'Train' cannot be made by generated code: it is generic. Derive a class without type parameters."),
        new("SYN1002", "local to its file", """
            [TrainAction]
            file partial class [|Train|]
            {
                public void Execute() { }
            }
            """, "'Train' cannot be made by generated code: 'Train' is file-local, so generated code cannot name it. Remove 'file'."),
        new("SYN1002", "private", """
            public partial class Outer
            {
                [TrainAction]
                private sealed partial class [|Train|]
                {
                    public void Execute() { }
                }
            }
            """, "'Train' cannot be made by generated code: 'Train' is private, so generated code cannot name it. Make it internal or public."),
        new("SYN1002", "a required member, inherited", """
            public class Settings { public required int Size { get; init; } }

            [TrainAction]
            public sealed partial class [|Train|] : Settings
            {
                public void Execute() { }
            }
            """, "'Train' cannot be made by generated code: its member 'Size' is required. Take what it needs as a parameter of the method."),
        new("SYN1002", "two constructors", """
            [TrainAction]
            public sealed partial class [|Train|]
            {
                public Train() { }
                public Train(TrainContext run) { }
                public void Execute() { }
            }
            """, "'Train' cannot be made by generated code: it has several constructors, or none that generated code can call. Leave one."),
        new("SYN1002", "a constructor that asks for what nobody has", """
            [TrainAction]
            public sealed partial class [|Train|](string folder)
            {
                public string Execute() => folder;
            }
            """, "'Train' cannot be made by generated code: its constructor asks for 'string'. It may ask for the context of the action, IBackend, TimeProvider or ILogger."),
        new("SYN1002", "a function that is not static", """
            public sealed partial class Tools
            {
                [PluginAction("clean")]
                public void [|Clean|]() { }
            }
            """, "'Clean' cannot be made by generated code: a function action is a static method. Make it static, or put the attribute on the class."),
        new("SYN1002", "a function of a generic class", """
            public static partial class Tools<T>
            {
                [PluginAction("clean")]
                public static void [|Clean|]() { }
            }
            """, "'Clean' cannot be made by generated code: of its class: it is generic. Derive a class without type parameters."),
        new("SYN1002", "a step set that cannot be made", """
            [StepSet]
            public sealed class Shared(string folder)
            {
                [Step] public string First() => folder;
            }

            [[|UseSteps<Shared>|]]
            [TrainAction]
            public sealed partial class Train;
            """, "'Shared' cannot be made by generated code: its constructor asks for 'string'. It may ask for the context of the action, IBackend, TimeProvider or ILogger."),
        new("SYN1002", "constructors that are filled, one of them private", """
            public static partial class Outer
            {
                [TrainAction]
                internal sealed partial class Train
                {
                    private readonly TrainContext _run;

                    private Train(TrainContext run, IBackend backend, TimeProvider clock) => _run = run;

                    public string Execute() => _run.RunId;
                }
            }

            [ExportAction]
            public sealed partial record Export(ExportContext Run)
            {
                public void Execute() { }
            }
            """),
        new("SYN1003", "an empty class", """
            [TrainAction]
            public sealed partial class [|Train|];
            """, "Action 'Train' has nothing to run. Add a method Execute or ExecuteAsync, or [Step] methods."),
        new("SYN1003", "a step set of which nothing is left", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public int First() => 1;
            }

            [UseSteps<Shared>(Except = [nameof(Shared.First)])]
            [TrainAction]
            public sealed partial class [|Train|];
            """, "Action 'Train' has nothing to run. Add a method Execute or ExecuteAsync, or [Step] methods."),
        new("SYN1003", "a private Execute", """
            [TrainAction]
            public sealed partial class Train
            {
                Task ExecuteAsync(TrainContext run, CancellationToken ct) => Task.Delay(1, ct);
            }
            """),
        new("SYN1004", "Execute beside a step", """
            [TrainAction]
            public sealed partial class Train
            {
                public void [|Execute|]() { }

                [Step] int First(TrainContext run)
                {
                    run.Progress(Progress.First, 1, Steps.First.Length);
                    return 1;
                }
            }
            """, "Action 'Train' has both 'Execute' and steps, so it is not clear what runs. Keep one of them."),
        new("SYN1004", "steps only", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
            }
            """),
        new("SYN1007", "two kinds", """
            [TrainAction]
            [[|ExportAction|]]
            public sealed partial class Both
            {
                public void Execute(ExportContext run) => run.Progress(Progress.ConvertData, 1, 1);
            }
            """, "'Both' has the attributes [TrainAction] and [ExportAction], but an action is of one kind. Remove one, or split the class."),
        new("SYN1007", "on two parts", """
            [TrainAction]
            public sealed partial class Both;

            [[|UploadAction|]]
            public sealed partial class Both;
            """, "'Both' has the attributes [TrainAction] and [UploadAction], but an action is of one kind. Remove one, or split the class."),
        new("SYN1007", "one attribute, on the second part", """
            public sealed partial class Train
            {
                public void Execute() { }
            }

            [TrainAction]
            public sealed partial class Train;
            """),
        new("SYN1011", "a step", """
            [DeploymentAction]
            public sealed partial class [|Deploy|]
            {
                [Step] int First(DeploymentContext run)
                {
                    run.Progress(Progress.Deploy, 1, 1);
                    return 1;
                }
            }
            """, "Deployment action 'Deploy' cannot have steps. Do the work in Execute or ExecuteAsync."),
        new("SYN1011", "one method", """
            [DeploymentAction]
            public sealed partial class Deploy
            {
                public Task ExecuteAsync(DeploymentContext run) => Task.CompletedTask;
            }
            """),
        new("SYN1014", "two unrelated types", """
            [Params] public sealed partial record Some { public int A { get; init; } }
            [Params] public sealed partial record Other { public int B { get; init; } }

            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First(Some p) => p.A;
                [Step] int Second([|Other|] p) => p.B;
                [Step] int Third(Other p) => p.B;
            }
            """, "Action 'Train' asks for 'Some' and 'Other', but a run has one set of params. Derive one type from the other, or use one."),
        new("SYN1014", "a base and what derives from it", """
            [Params] public abstract partial record Base { public int A { get; init; } }
            [Params] public sealed partial record Derived : Base { public int B { get; init; } }

            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First(Base p) => p.A;
                [Step(Name = "other")] int Second(Derived p) => p.B;
            }
            """),
    ];
}
