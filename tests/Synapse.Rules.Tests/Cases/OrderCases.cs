using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>The order of steps, and the names that bend it.</summary>
internal static class OrderCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new("SYN2003", "After and Before", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|After = "Lst"|])] int First(string last) => 1;
                [Step([|Before = nameof(Execute2)|])] string Last() => Steps.Last;
                void Execute2() { }
            }
            """,
            "After = Lst does not name a step of 'Train'. Its steps are First, Last.",
            "Before = Execute2 does not name a step of 'Train'. Its steps are First, Last."),
        new("SYN2003", "From", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
                [Step] string Last([[|From("Frst")|]] int first) => "";
            }
            """, "From = Frst does not name a step of 'Train'. Its steps are First, Last."),
        new("SYN2003", "the place of a whole set, said once", """
            [StepSet]
            public class Shared
            {
                [Step(Before = nameof(Second))] public static int First() => 1;
                [Step] public static string Second(int first) => "";
                [Step] public static bool Third(string second) => true;
            }

            [UseSteps<Shared>([|After = "Nowhere"|])]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] byte Mine() => 1;
            }
            """, "After = Nowhere does not name a step of 'Train'. Its steps are First, Second, Third, Mine."),
        new("SYN2003", "Except", """
            [StepSet]
            public class Shared
            {
                [Step] public static int First() => 1;
            }

            [[|UseSteps<Shared>(Except = ["Frst"])|]]
            [TrainAction]
            public sealed partial class Train;
            """, "Except = Frst does not name a step of 'Shared'. Its steps are First."),
        new("SYN2003", "Replace of what no set brings", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step([|Replace = true|])] int First() => Steps.First.Length;
            }
            """, "Replace = first does not name a step of 'Train'. No step set of this action brings a step of that name."),
        new("SYN2003", "a class that is no step set; what it would have brought is not missed", """
            public sealed class Shared;

            [[|UseSteps<Shared>|]]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] string Last(int first) => Steps.Last;
            }
            """, "UseSteps = Shared does not name a step of 'Train'. Mark 'Shared' [StepSet], or name a class that is."),
        new("SYN2003", "names that are steps", """
            [StepSet]
            public class Shared
            {
                [Step] public static int First() => 1;
                [Step] public static string Second(int first) => "";
            }

            [UseSteps<Shared>(After = nameof(Mine), Except = [nameof(Shared.Second)])]
            [TrainAction]
            public sealed partial class Train
            {
                [Step] byte Mine() => 1;
                [Step(Before = nameof(Mine))] char Ahead() => 'a';
                [Step(After = "First")] bool Last([From(nameof(Shared.First))] int first, char ahead) => true;
            }
            """),
        new("SYN2004", "two that wait for each other, and one that waits for them", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(After = nameof(Second))] string First(bool third) => Steps.First;
                [Step(After = nameof(Third))] int [|Second|]() => Steps.Second.Length;
                [Step(After = nameof(Second))] bool Third(int second) => true;
            }
            """, "The order of the steps has a cycle: Second → Third → Second. Remove one of these Before or After."),
        new("SYN2004", "itself", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step(Before = nameof(First))] int [|First|]() => Steps.First.Length;
            }
            """, "The order of the steps has a cycle: First → First. Remove one of these Before or After."),
        new("SYN2004", "before one and after a later one", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
                [Step] string Second() => "";
                [Step(Before = nameof(First), After = nameof(Second))] bool [|Third|]() => true;
            }
            """, "The order of the steps has a cycle: Third → First → Second → Third. Remove one of these Before or After."),
        new("SYN2004", "between two", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int First() => 1;
                [Step] string Second(bool third) => "";
                [Step(Before = nameof(Second), After = nameof(First))] bool Third(int first) => true;
            }
            """),
    ];
}
