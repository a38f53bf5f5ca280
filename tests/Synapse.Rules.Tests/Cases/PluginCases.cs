using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>What only the whole plugin shows.</summary>
internal static class PluginCases
{
    private const string Main = """

        public static class Program
        {
            public static void Main() { }
        }
        """;

    public static IEnumerable<RuleCase> All =>
    [
        new("SYN1006", "by given name and by that of the class", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
            }

            [ExportAction(Name = "train")]
            public sealed partial class [|Export|]
            {
                public void Execute() { }
            }

            public static partial class Tools
            {
                [PluginAction("train")]
                public static void [|Clean|]() { }
            }
            """,
            "Action name 'train' is already taken by 'Train'. Set another with Name = \"…\".",
            "Action name 'train' is already taken by 'Train'. Set another with Name = \"…\"."),
        new("SYN1006", "names that differ", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
            }

            public static partial class Nested
            {
                [TrainAction(Name = "train_again")]
                public sealed partial class Train
                {
                    public void Execute() { }
                }
            }
            """),
        new("SYN1008", "a program, said once", """
            [TrainAction]
            public sealed partial class [|Train|]
            {
                public void Execute() { }
            }

            [ExportAction]
            public sealed partial class Export
            {
                public void Execute() { }
            }

            """ + Main, "This program has actions but does not say which plugin it is. Add [assembly: SynapsePlugin(\"code\")].") { IsProgram = true },
        new("SYN1008", "a library of actions", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
            }
            """),
        new("SYN1008", "a program that says it", """
            [assembly: SynapsePlugin("fashion")]

            [TrainAction]
            public sealed partial class Train
            {
                public void Execute() { }
            }

            """ + Main) { IsProgram = true },
        new("SYN1008", "a program without actions", Main) { IsProgram = true },
        new("SYN1009", "code and version", """
            [assembly: SynapsePlugin([|"Fashion Plugin"|], [|Version = "1.0"|])]
            """,
            "'Fashion Plugin' is not a valid plugin code: use lower-case letters, digits, '-' and '_', starting with a letter, at most 64 characters.",
            "'1.0' is not a valid version: use semantic versioning, for instance \"1.2.0\"."),
        new("SYN1009", "an action's name", """
            [TrainAction([|Name = "Train!"|])]
            public sealed partial class Train
            {
                public void Execute() { }
            }

            public static partial class Tools
            {
                [PluginAction([|"2nd"|])]
                public static void Clean() { }
            }
            """,
            "'Train!' is not a valid action name: use lower-case letters, digits, '_' and '-', starting with a letter, at most 64 characters.",
            "'2nd' is not a valid action name: use lower-case letters, digits, '_' and '-', starting with a letter, at most 64 characters."),
        new("SYN1009", "a name made of the class's", """
            [TrainAction]
            public sealed partial class [|Überprüfung|]
            {
                public void Execute() { }
            }
            """, "'überprüfung' is not a valid action name: use lower-case letters, digits, '_' and '-', starting with a letter, at most 64 characters."),
        new("SYN1009", "good ones", """
            [assembly: SynapsePlugin("my-plugin_2", Version = "1.2.0-rc.1+build")]

            [TrainAction(Name = "train-2")]
            public sealed partial class Train
            {
                public void Execute() { }
            }
            """),
    ];
}
