using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>The methods that steps name: rollback and skip.</summary>
internal static class RollbackCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2006", "missing", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Rollback = "Undo"|], [|SkipWhen = "Nothing"|])] int First() => Steps.First.Length;
            }
            """,
            "Rollback = Undo of step 'First' cannot be used: 'Train' has no method of that name. Add it, or name another with nameof.",
            "SkipWhen = Nothing of step 'First' cannot be used: 'Train' has no method of that name. Add it, or name another with nameof."),
        new("SYN2006", "overloaded", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Rollback = nameof(Undo)|])] int First() => 1;
                void Undo() { }
                void Undo(int first) { }
            }
            """, "Rollback = Undo of step 'First' cannot be used: 'Train' has 2 methods of that name. Rename all but one."),
        new("SYN2006", "results that nobody takes", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Rollback = nameof(Undo)|], [|SkipWhen = nameof(Nothing)|])] int First() => 1;
                bool Nothing() => true;
                Task<int> Undo() => Task.FromResult(1);
            }
            """,
            "Rollback = Undo of step 'First' cannot be used: it returns 'Task<int>'. It must return void, Task or ValueTask.",
            "SkipWhen = Nothing of step 'First' cannot be used: it returns 'bool'. It must return string?, Task<string?> or ValueTask<string?>: null runs the step, a text is the reason to skip it."),
        new("SYN2006", "shapes that cannot be called", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Rollback = nameof(Generic)|])] int First() => 1;
                [Step([|Rollback = nameof(Unawaited)|])] string Second() => "";
                void Generic<T>() { }
                async void Unawaited() => await Task.Yield();
            }
            """,
            "Rollback = Generic of step 'First' cannot be used: it has type parameters. Remove them.",
            "Rollback = Unawaited of step 'Second' cannot be used: it is async void: the run could neither wait for it nor see it fail. Return Task."),
        new("SYN2006", "private in a set", """
            [StepSet]
            public sealed class Shared
            {
                [Step(Rollback = nameof(Undo))] public int First() => 1;
                private void Undo() { }
            }

            [[|UseSteps<Shared>|]]
            [TrainAction]
            public sealed partial class Train;
            """, "Rollback = Undo of step 'First' cannot be used: it is private, so generated code of 'Train' cannot call it. Make it public."),
        new("SYN2006", "inherited, static, asynchronous", """
            public abstract class Base
            {
                protected static ValueTask Undo(CancellationToken ct) => default;
            }

            [TrainAction]
            public sealed partial class Train : Base
            {
                [Step(Rollback = nameof(Undo), SkipWhen = nameof(Nothing))] int First() => 1;
                async Task<string?> Nothing(TrainContext run) => await Task.FromResult("there is nothing");
            }
            """),
        new("SYN2007", "another type, and nothing", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Rollback = nameof(Undo))] int First() => 1;
                [Step(Rollback = nameof(UndoMore))] void Second() { }
                void Undo([|long|] first) { }
                void UndoMore([|string|] second) { }
            }
            """,
            "Rollback 'Undo' asks for 'long', but step 'First' returns 'int' and no earlier step returns it",
            "Rollback 'UndoMore' asks for 'string', but step 'Second' returns nothing and no earlier step returns it"),
        new("SYN2007", "of a set, at the attribute that pulls it in", """
            [StepSet]
            public class Shared
            {
                [Step(Rollback = nameof(Undo))] public static int First() => 1;
                public static void Undo(string text) { }
            }

            [[|UseSteps<Shared>|]]
            [TrainAction]
            public sealed partial class Train;
            """, "Rollback 'Undo' asks for 'string', but step 'First' returns 'int' and no earlier step returns it"),
        new("SYN2007", "its own output, an earlier one, and the context", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string Zero() => "";
                [Step] DurableList<int> Rows() => new([1]);
                [Step(Rollback = nameof(Undo))] async IAsyncEnumerable<int> First(DurableList<int> rows)
                {
                    await Task.Yield();
                    yield return rows.Count;
                }

                void Undo(DurableList<int> own, [From(nameof(Rows))] DurableList<int> others, string zero, StepAttempt attempt, TrainContext run) { }
            }
            """),
    ];
}
