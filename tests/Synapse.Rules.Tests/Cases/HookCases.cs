using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Actions whose public methods are the hooks of a step set.</summary>
internal static class HookCases
{
    private const string List = """
        public IAsyncEnumerable<Assignment> GetFilteredResults(ExportParams p, ExportContext run, CancellationToken ct) =>
            run.Backend.Assignments.ListAsync(p.Filter, ct);
        """;

    public static IEnumerable<RuleCase> All => [.. Missing, .. NoHooks, .. Conversions, .. Unwired];

    private static IEnumerable<RuleCase> Missing =>
    [
        new("SYN1016", "an empty export", """
            [ExportAction]
            public sealed partial class [|Export|];
            """, "Action 'Export' has no public method 'GetFilteredResults', which its steps call. Add it, or write ExecuteAsync, or steps of your own."),
        new("SYN1016", "a private hook", """
            [ExportAction]
            public sealed partial class Export
            {
                static IAsyncEnumerable<Assignment> [|GetFilteredResults|](ExportParams p, ExportContext run) => run.Backend.Assignments.ListAsync(p.Filter);
            }
            """, "Action 'Export' has no public method 'GetFilteredResults', which its steps call. The one it has is not public: make it public."),
        new("SYN1016", "a set of the author's", """
            public abstract class FruitHooks : ActionHooks
            {
                public abstract int Pick();
            }

            [StepSet]
            public sealed class Fruit
            {
                [Step] public int Gather(FruitHooks hooks) => hooks.Pick();
            }

            [TrainAction, UseSteps<Fruit>]
            public sealed partial class [|Train|];
            """, "Action 'Train' has no public method 'Pick', which its steps call. Add it, or write ExecuteAsync, or steps of your own."),
        new("SYN1016", "the hook alone", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}
            }
            """),
        new("SYN1016", "an export that is one method", """
            [ExportAction]
            public sealed partial class Export
            {
                public void Execute(ExportContext run) => run.Log.Info("Done");
            }
            """),
        new("SYN1016", "an export of steps", """
            [ExportAction]
            public sealed partial class Export
            {
                [Step] int First() => 1;
            }
            """),
        new("SYN1016", "steps beside the standard ones", $$"""
            [ExportAction, UseSteps<StandardExport>]
            public sealed partial class Export
            {
                {{List}}

                [Step(After = nameof(StandardExport.FetchResults))]
                static DurableList<ExportEntry> OnlyFew(DurableList<ExportEntry> entries) => new([.. entries.Take(3)]);
            }
            """),
    ];

    private static IEnumerable<RuleCase> NoHooks =>
    [
        new("SYN1015", "nearly a hook", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public ExportItem [|ConvertData|](Assignment item) => ExportItem.Of(item);
            }
            """, "Nothing calls 'ConvertData': did you mean 'Convert'? Rename it, or make it private."),
        new("SYN1015", "far from any hook", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public int [|Zzz|]() => 1;
            }
            """, "Nothing calls 'Zzz': the hooks are GetFilteredResults, BeforeConvert, Convert, AfterConvert, Save, Finish. Rename it to one of them, or make it private."),
        new("SYN1015", "a hook that is not public", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                ExportItem [|Convert|](Assignment item) => ExportItem.Of(item);
            }
            """, "Nothing calls 'Convert': a hook is public. Make it public, or rename it."),
        new("SYN1015", "what has a meaning elsewhere", $$"""
            [ExportAction, UseSteps<StandardExport>]
            public sealed partial class Export : IDisposable
            {
                {{List}}

                public void Dispose() { }
                public override string ToString() => "export";
                public static int Helper() => 1;
                [Step(Rollback = nameof(Undo))] public int Last() => 1;
                public void Undo(int last) { }
                private int Own() => 1;
            }
            """),
        new("SYN1015", "an action without hooks", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
                public int Helper() => 1;
            }
            """),
    ];

    private static IEnumerable<RuleCase> Conversions =>
    [
        new("SYN1010", "no conversion", """
            [AddTaskDataAction]
            public sealed partial class [|PreAnnotate|];
            """, "Pre-annotation action 'PreAnnotate' can make annotations neither out of a file nor out of a model's answer. Add ConvertDataFromFile, or SetupInferenceParams and ConvertDataFromInference."),
        new("SYN1010", "a question without use of the answer", """
            [AddTaskDataAction]
            public sealed partial class [|PreAnnotate|]
            {
                public TaskData ConvertDataFromFile() => TaskData.Empty;
                public InferenceRequest SetupInferenceParams() => new(TaskData.Empty.Json);
            }
            """, "Pre-annotation action 'PreAnnotate' asks a model with SetupInferenceParams, but has no ConvertDataFromInference for the answer. Add it."),
        new("SYN1010", "an answer without a question", """
            [AddTaskDataAction]
            public sealed partial class [|PreAnnotate|]
            {
                public TaskData ConvertDataFromInference(System.Text.Json.JsonElement answer) => new(answer);
            }
            """, "Pre-annotation action 'PreAnnotate' has ConvertDataFromInference for a model's answer, but no SetupInferenceParams that says what the model is asked. Add it."),
        new("SYN1010", "files", """
            [AddTaskDataAction]
            public sealed partial class PreAnnotate
            {
                public TaskData ConvertDataFromFile(TargetFile file) => file.Size == 0 ? TaskData.Empty : TaskData.Parse("{}");
            }
            """),
        new("SYN1010", "a model", """
            [AddTaskDataAction]
            public sealed partial class PreAnnotate
            {
                public InferenceRequest SetupInferenceParams(TaskItem task) => new(task.Data!.Value);
                public TaskData ConvertDataFromInference(System.Text.Json.JsonElement answer) => new(answer);
            }
            """),
        new("SYN1010", "a method of its own", """
            [AddTaskDataAction]
            public sealed partial class PreAnnotate
            {
                public void Execute() { }
            }
            """),
    ];

    private static IEnumerable<RuleCase> Unwired =>
    [
        new("SYN1005", "a hook that asks for what it does not get", """
            [AddTaskDataAction]
            public sealed partial class PreAnnotate
            {
                public TaskData ConvertDataFromFile([|Uri|] address, [|TrainContext|] run) => TaskData.Empty;
            }
            """,
            "'ConvertDataFromFile' cannot be wired: it does not get 'Uri'. It may ask for PrimaryFile, TargetFile, TaskItem, the action's params, AddTaskDataContext and CancellationToken.",
            "'ConvertDataFromFile' cannot be wired: it does not get 'TrainContext'. It may ask for PrimaryFile, TargetFile, TaskItem, the action's params, AddTaskDataContext and CancellationToken."),
        new("SYN1005", "a hook that asks for another kind of item", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public ExportItem Convert([|GroundTruth|] item) => ExportItem.Of(item);
            }
            """, "'Convert' cannot be wired: it asks for 'GroundTruth', but 'GetFilteredResults' returns 'Assignment'. Ask for that."),
        new("SYN1005", "a hook that hands on another kind of item", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public [|AnnotatedItem|] BeforeConvert(Assignment item) => item;
            }
            """, "'BeforeConvert' cannot be wired: it returns 'AnnotatedItem', but 'GetFilteredResults' returns 'Assignment'. Return that."),
        new("SYN1005", "a hook that returns something else", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                public [|List<Assignment>|] GetFilteredResults(ExportParams p) => [];
                public [|int|] Finish() => 1;
            }
            """,
            "'GetFilteredResults' cannot be wired: it returns 'List<Assignment>'. It must return IAsyncEnumerable<AnnotatedItem>, or one of a type derived from that.",
            "'Finish' cannot be wired: it returns 'int'. It must return void, Task or ValueTask."),
        new("SYN1005", "two hooks of one name", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public void Finish(ExportFolder folder) { }
                public void [|Finish|]() { }
            }
            """, "'Finish' cannot be wired: there are two methods of that name, so it is not clear which one is called. Keep one."),
        new("SYN1005", "hooks that cannot be called", $$"""
            [ExportAction]
            public sealed partial class Export
            {
                {{List}}

                public async void [|Finish|]() => await Task.Delay(1);
                public ExportItem [|Convert|]<T>(T item) => new(default, ".txt");
                public void Save(ref [|ExportItem|] item) { }
            }
            """,
            "'Finish' cannot be wired: it is async void: the run could neither wait for it nor see it fail. Return Task.",
            "'Convert' cannot be wired: it has type parameters. Remove them.",
            "'Save' cannot be wired: 'ref' parameters cannot be filled. Take it by value."),
        new("SYN1005", "hooks in every form", $$"""
            [Params]
            public sealed partial record Mine : ExportParams
            {
                public int Most { get; init; } = 3;
            }

            [ExportAction]
            public sealed partial class Export(ExportContext run)
            {
                {{List}}

                public ValueTask<Assignment> BeforeConvert(Assignment item, Mine p) => new(item);
                public async Task<ExportItem> Convert(AnnotatedItem item) => await Task.FromResult(ExportItem.Of(item));
                public ExportItem AfterConvert(ExportItem converted, Assignment item) => converted;
                public Task Save(ExportFolder folder, ExportItem item, CancellationToken ct) => folder.SaveLabelAsync(item, ct).AsTask();
                public static void Finish(ActionContext run) => run.Log.Info("Done");
                private void Log() => run.Log.Info("Here");
            }
            """),
    ];
}
