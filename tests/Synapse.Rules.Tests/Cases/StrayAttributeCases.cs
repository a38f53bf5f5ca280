using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Attributes of steps where nothing reads them.</summary>
internal static class StrayAttributeCases
{
    private const string NoAction = "the type is neither an action nor a step set, and steps are not inherited. Mark it [StepSet], or with the attribute of an action.";

    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2020", "a step of a set that is not public, said at the set", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public int First() => 1;
                [Step] internal string [|Second|]() => "";
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train;
            """, "[Step] of 'Second' has no effect: steps of a set are public methods. Make it public."),
        new("SYN2013", "of a set, said at the set", """
            [StepSet]
            public sealed class Shared
            {
                [Step] public async void [|First|]() => await Task.Yield();
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train;
            """, "'First' is async void: the run could neither wait for it nor see it fail. Return Task."),
        new("SYN2020", "steps of a base class, said once", """
            public abstract class [|Base|]
            {
                [Step] public int First() => 1;
                [Step] public string Second(int first) => "";
            }

            [TrainAction]
            public sealed partial class Train : Base
            {
                [Step] int Mine() => Steps.Mine.Length;
            }
            """, $"[Step] of 'Base' has no effect: {NoAction}"),
        new("SYN2020", "a class that an action pulls in, said at the class", """
            public sealed class [|Shared|]
            {
                [Step] public int First() => 1;
            }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string Last(int first) => Steps.Last;
            }
            """, $"[Step] of 'Shared' has no effect: {NoAction}"),
        new("SYN2020", "a struct, a static class, and one with a function action", """
            public struct [|Value|] { [Step] public int First() => 1; }
            public static class [|Tools|] { [Step] public static int First() => 1; }
            public static partial class [|Functions|]
            {
                [PluginAction("clean")] public static void Clean() { }
                [Step] public static int First() => 1;
            }
            """,
            $"[Step] of 'Value' has no effect: {NoAction}",
            $"[Step] of 'Tools' has no effect: {NoAction}",
            $"[Step] of 'Functions' has no effect: {NoAction}"),
        new("SYN2020", "sets pulled in by what is no action", """
            [StepSet] public sealed class Shared { [Step] public int First() => 1; }
            [[|UseSteps<Shared>|]] public sealed class Nothing;
            [StepSet, [|UseSteps<Shared>|]] public sealed class More { [Step] public string Second() => ""; }
            """,
            "[UseSteps] of 'Nothing' has no effect: only an action pulls in steps. Mark the class with the attribute of one.",
            "[UseSteps] of 'More' has no effect: a step set cannot pull in another. Put both on the action."),
        new("SYN2020", "From on a method that no step names", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => Steps.First.Length;
                void Helper([[|From(nameof(First))|]] int first) { }
            }

            [StepSet]
            public class Shared
            {
                [Step] public int First() => 1;
                private void Helper([[|From(nameof(First))|]] int first) { }
            }
            """,
            "[From] of 'Helper' has no effect: the method is no step, and no step names it as Rollback or SkipWhen. Remove the attribute.",
            "[From] of 'Helper' has no effect: the method is no step, and no step names it as Rollback or SkipWhen. Remove the attribute."),
        new("SYN2020", "From where there are no steps", """
            [Params] public sealed partial record Settings { public int Epochs { get; init; } }

            [TrainAction]
            public sealed partial class Train
            {
                public void Execute([[|From("load")|]] Settings p) { }
            }

            public static partial class Functions
            {
                [PluginAction("clean")] public static void Clean([[|From("load")|]] Settings p) { }
            }
            """,
            "[From] of 'Execute' has no effect: the method is no step, and no step names it as Rollback or SkipWhen. Remove the attribute.",
            "[From] of 'Clean' has no effect: a function action has no steps before it. Remove the attribute."),
        new("SYN2020", "sets, actions, and methods that a derived action may name", """
            public abstract class Base
            {
                protected static void Undo([From("First")] int first) { }
            }

            [StepSet] public class Shared { [Step] public string Second() => ""; }

            [UseSteps<Shared>]
            [TrainAction]
            public sealed partial class Train : Base
            {
                [Step(Rollback = nameof(Undo), SkipWhen = nameof(Never))] int First() => 1;
                string? Never([From(nameof(Shared.Second))] string second) => null;
            }
            """),
    ];
}
