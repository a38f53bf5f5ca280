using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Cases;

/// <summary>What an action tells its user.</summary>
internal static class ReportingCases
{
    private const string Writes = "writes to standard output, which carries the run's report and its events. Use 'run.Log'.";

    public static IEnumerable<RuleCase> All =>
    [
        new("SYN4003", "too few, too many, none", """
            [TrainAction]
            public sealed partial class Train
            {
                public void Execute(TrainContext run)
                {
                    run.Log.Info([|"Found {Count} files in {Folder}"|], 3);
                    run.Log.Success([|"Done"|], 3);
                    Tell(run.Log);
                }

                static void Tell(RunLog log) => log.Warning([|"No label for {File}"|]);
            }
            """,
            "The message has 2 holes and is given 1 value; holes are filled in order, so there must be as many values",
            "The message has no holes and is given 1 value; holes are filled in order, so there must be as many values",
            "The message has 1 hole and is given no values; holes are filled in order, so there must be as many values"),
        new("SYN4003", "as many, escaped, formatted, not constant, passed as one", """
            [TrainAction]
            public sealed partial class Train
            {
                const string Found = "Found {Count:N0} " + "files";

                public void Execute(TrainContext run)
                {
                    object?[] values = [1, 2];
                    var text = "{Count}";
                    run.Log.Info(Found, 3);
                    run.Log.Info("{{literal}} {Count} }} {{", 3);
                    run.Log.Info("set is { } or {1, 2}");
                    run.Log.Info("{A} {B}", values);
                    run.Log.Info(text);
                    run.Log.Info($"Found {values.Length}");
                    run.Log.Error(message: "{A}", args: [1]);
                    run.Log.Info("Again {Name} and {Name}", "a", "b");
                }
            }
            """),
        new("SYN4004", "in a step, a lambda, a helper, an initializer and a function", """
            [TrainAction]
            public sealed partial class Train
            {
                private readonly TextWriter writer = [|Console.Out|];

                [Step] void First() => [|Console.WriteLine("first")|];
                [Step] void Second() => new List<int> { 1 }.ForEach(n => [|Console.Write(n)|]);
                [Step] string Third() => Ask() + writer;
                static string Ask() => [|Console.ReadLine()|] ?? "";
            }

            public static partial class Tools
            {
                [PluginAction("tell")] public static void Tell() => [|Console.WriteLine()|];
            }
            """,
            $"'Console.Out' {Writes}",
            $"'Console.WriteLine' {Writes}",
            $"'Console.Write' {Writes}",
            "'Console.ReadLine' reads standard input, which a run on the platform does not have. Take the value as a param.",
            $"'Console.WriteLine' {Writes}"),
        new("SYN4004", "standard error, redirection, Main, other classes, other members of the console", """
            [assembly: SynapsePlugin("tools")]

            [TrainAction]
            public sealed partial class Train
            {
                [Step]
                string Capture()
                {
                    var before = Console.Out;
                    using var writer = new StringWriter();
                    Console.SetOut(writer);
                    Console.SetOut(before);
                    Console.Error.WriteLine(Console.IsOutputRedirected);
                    return writer.ToString();
                }

                public static void Main() => Console.WriteLine("hello");

                static class Inner { public static void Tell() => Console.WriteLine(); }
            }

            public static partial class Tools
            {
                [PluginAction("tell")] public static void Tell(RunContext run) => run.Log.Info("told");
                public static void Other() => Console.WriteLine();
            }

            public static class Printer { public static void Print() => Console.WriteLine(); }
            """) { IsProgram = true },
    ];
}
