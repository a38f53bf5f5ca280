using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fuzz;

/// <summary>What the mutants are made of: every case of the rules, and shapes that no case has.</summary>
internal static class Seeds
{
    public static string[] All { get; } = [.. AllCases.All.Select(c => Markup.Strip(c.Source)), .. Shapes(), .. Enumerable.Range(0, 60).Select(i => new RandomAction(i).Source())];

    private static IEnumerable<string> Shapes() =>
    [
        """
        [assembly: SynapsePlugin("fuzz", Version = "1.0.0")]
        public sealed record Part(int Count, Part? Next, List<Part[]> All);
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape(Shape? Inner);
        public sealed record Circle(double R, Shape? Inner) : Shape(Inner);
        [Journaled] public record struct Pair<TA, TB>(TA A, TB B) where TA : struct;
        [Params] public abstract partial record Base { [Range(1, 10)] public int Depth { get; init; } = 3; public Nested? Deep { get; init; } }
        [Params] public sealed partial record Nested { [RegularExpression("[a-z]+")] public string Name { get; init; } = "a"; public Dictionary<string, double[]> Rates { get; init; } = []; }
        [Params] public sealed partial record P : Base { public required string Path { get; init; } public Secret? Key { get; init; } [AllowedValues(1, 2)] public int? Choice { get; init; } partial void Validate(ParamErrors errors) { } }
        [StepSet] public sealed class Set { [Step] public Part Made(P p) => new(1, null, []); [Step(Replace = true)] public void Other() { } }
        [TrainAction(Name = "train", Description = "x")] [UseSteps<Set>(Before = "Fit", Except = ["Other"])]
        public sealed partial class Train(ILogger logger)
        {
            [Step(Weight = 2, Rollback = nameof(Undo), SkipWhen = nameof(Skip), Retries = 2, Before = "made")]
            async IAsyncEnumerable<Shape> Find(P p, TrainContext run) { await Task.Yield(); yield break; }
            [Step(Result = true)] Task<(int A, Part? B)> Fit(DurableList<Shape>? shapes, [From("Made")] Part part, CancellationToken ct) => throw null!;
            void Undo(DurableList<Shape> found) => logger.ToString();
            string? Skip(P p) => null;
        }
        """,
        "[Params] public sealed partial record Wide(" + string.Join(", ", Enumerable.Range(0, 300).Select(i => $"int A{i} = {i}")) + ");\n[Journaled] public sealed record WideToo(" + string.Join(", ", Enumerable.Range(0, 300).Select(i => $"string? A{i}")) + ");",
        """
        namespace @namespace.@class { [Params] public sealed partial record @record { public int @int { get; init; } = 1; public int Größe { get; init; } }
        public partial class Außen<T> { public partial struct Innen { [PluginAction("日本")] public static int @static(@record @params) => 1; } }
        [Journaled] public record A<T>(A<A<T>>? Next); [Journaled] public record B(C C); public record C(D[] D); public record D(B? B); }
        """,
        """
        public static partial class F { [PluginAction("a")] public static void Do(RunContext run) { } [PluginAction("b")] public static int do_(RunContext run) => 1; [PluginAction("c")] static int DO() => 1; }
        [Journaled] public record Foo(int A); [Journaled] public record foo(int A); file record Hidden(int A); [ExportAction] public partial class E { public Hidden Execute() => null!; }
        """,
    ];
}
