using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>Names that the generated part of a class needs for itself.</summary>
internal static class GeneratedNameCases
{
    public static IEnumerable<RuleCase> All =>
    [
        .. ((string[])["Steps", "Progress", "Descriptor", "Wiring"]).Select(Member),
        new("SYN1013", "the class itself", """
            [TrainAction]
            public sealed partial class [|Progress|]
            {
                public void Execute() { }
            }
            """, "'Progress' already has a member 'Progress', a name that generated code needs. Rename it."),
        new("SYN1013", "a step", """
            [TrainAction]
            public sealed partial class Train
            {
                [Step] int [|Wiring|]() => 1;
            }
            """, "'Train' already has a member 'Wiring', a name that generated code needs. Rename it."),
        new("SYN1013", "beside a function", """
            public static partial class Tools
            {
                [PluginAction("clean")]
                public static void Clean() { }

                private sealed class [|CleanAction|];
            }
            """, "'Tools' already has a member 'CleanAction', a name that generated code needs. Rename it."),
        new("SYN1013", "two functions of one name", """
            public static partial class Tools
            {
                [PluginAction("clean")]
                public static void Clean() { }

                [PluginAction("clean_all")]
                public static void [|Clean|](RunContext run) { }
            }
            """, "'Tools' already has a member 'CleanAction', a name that generated code needs. Rename it."),
        new("SYN1013", "names that are near, and steps of names that classes have anyway", """
            [TrainAction]
            public sealed partial class Train
            {
                private int _progress;

                [Step] int StepsDone() => _progress++;
                [Step(Name = "steps")] int First() => 1;
                [Step(Name = "progress")] int Second() => 1;
                [Step(Name = "finalize")] int Third() => 1;
                [Step(Name = "equals")] int Fourth() => Steps.Equals.Length;
            }
            """),
    ];

    private static RuleCase Member(string name) => new("SYN1013", name, $$"""
        [TrainAction]
        public sealed partial class Train
        {
            private string [|{{name}}|] => "mine";

            public string Execute() => {{name}};
        }
        """, $"'Train' already has a member '{name}', a name that generated code needs. Rename it.");
}
