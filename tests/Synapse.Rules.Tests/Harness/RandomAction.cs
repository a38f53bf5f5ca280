namespace Synapse.Rules.Tests.Harness;

/// <summary>A made-up action and the types it uses: mostly right, wrong in any way that an author's could be, and always C# but for the generated part.</summary>
internal sealed class RandomAction(int seed)
{
    private const string Types = """
        public sealed record Part(int Count);
        public sealed record Bad(System.IO.Stream Stream);
        public sealed record Loose(int Size);
        [Params] public sealed partial record P { public int A { get; init; } = 1; }
        [Params] public sealed partial record Q { public required string B { get; init; } }
        [StepSet] public sealed class Set { [Step] public int FromSet(P p) => throw null!; [Step(Rollback = nameof(Undo))] public string Two(int FromSet) => throw null!; public void Undo(string made) { } }
        [StepSet] public sealed class Other { [Step] public Part Made() => throw null!; }
        public abstract record Fruit(int Weight);
        public sealed record Apple(int Weight) : Fruit(Weight);
        public sealed record Pear(int Weight) : Fruit(Weight);
        public abstract class FruitHooks : ActionHooks
        {
            public abstract IAsyncEnumerable<Fruit> Pick(CancellationToken ct);
            public virtual ValueTask<Fruit> Wash(Fruit fruit, CancellationToken ct) => throw null!;
            public virtual ValueTask Done(Part part) => throw null!;
            public virtual int Price(Fruit fruit) => 1;
        }
        [StepSet] public sealed class Picking { [Step] public Loose Hooked(FruitHooks hooks, P p) => throw null!; }

        """;

    // Its own mistake, reported at it; here only with an action that pulls it in and so is not wired.
    private const string NoSet = "public sealed class NoSet { [Step] public int Stray() => throw null!; }\n";

    private static readonly string[] Methods = ["M0", "M1", "M2", "M3"];

    private readonly Random random = new(seed);
    private readonly List<string> made = [];

    public string Source()
    {
        var action = Next(8) == 0 ? Function() : Class();
        return Types + (action.Contains("NoSet", StringComparison.Ordinal) ? NoSet : string.Empty) + (Next(6) == 0 ? $"public {Odd("partial ", string.Empty)}class Outer {{ {action} }}" : action);
    }

    private string Class()
    {
        var attributes = Attributes();
        var members = Enumerable.Range(0, Next(5)).Select(Step).Concat(Enumerable.Range(0, 2).Select(Undo)).ToList();
        if (members.Count == 2 ? Next(5) > 0 : Next(12) == 0)
        {
            members.Add($"public {Returns()} {Pick("Execute", "ExecuteAsync")}({Parameters()}) => throw null!;");
        }

        foreach (var hook in attributes.Contains("Picking", StringComparison.Ordinal) ? (string[])["Pick", "Pick", "Wash", "Done", "Price"] : [])
        {
            members.Add(Odd($"{Odd("public ", "private ")}{Fruit(hook)} {hook}({Pick(string.Empty, "CancellationToken ct", "P p", Odd("Apple fruit", "Stream nothing"), "ActionContext run")}) => throw null!;", string.Empty));
        }

        members.Add(Odd(string.Empty, Pick("public const int Steps = 1;", "void Descriptor() { }", "class Progress;", "public void Stray() { }", $"class Wiring;")));
        var kind = $"public {Odd(Pick("sealed ", string.Empty), "abstract ")}{Odd("partial ", string.Empty)}{Odd("class", "record")} Work{Odd(string.Empty, "<T>")}{Odd(string.Empty, $"({Parameter(0)})")}";
        return $"{attributes} {kind} {{ {string.Join("\n    ", Next(8) == 0 ? members.OrderBy(_ => Next(100)) : members)} }}";
    }

    private string Fruit(string hook) => hook switch
    {
        "Pick" => Odd(Pick("IAsyncEnumerable<Apple>", "IAsyncEnumerable<Fruit>"), "List<Apple>"),
        "Wash" => Pick("Apple", "Task<Apple>", "ValueTask<Fruit>", "Pear"),
        "Done" => Pick("void", "Task", "ValueTask", "int"),
        _ => Odd("int", "Task<int>"),
    };

    private string Function() =>
        $"public static {Odd("partial ", string.Empty)}class Work {{ {Attribute()} public static {Returns()} Do({Parameters()}) => throw null!; {Odd(string.Empty, "class DoAction;")} }}";

    private string Attributes() => Odd(Attribute(), "[TrainAction] [InferenceAction]") + Odd(string.Empty, $" [UseSteps<{Pick("Set", "Other", "NoSet", "Picking")}>]");

    private string Attribute() => Pick(
        "[TrainAction]",
        "[TrainAction]",
        "[PluginAction(\"work\")]",
        "[UploadAction]",
        "[DeploymentAction]",
        $"[InferenceAction(Name = \"{Odd("infer", "Not a name")}\")]");

    private string Step(int index)
    {
        var settings = new List<string>();
        Maybe(settings, $"Weight = {Odd("2", Pick("0", "-1", "double.NaN"))}");
        Maybe(settings, $"Rollback = {Odd("nameof(U0)", Pick("\"Missing\"", "nameof(M0)"))}");
        Maybe(settings, $"SkipWhen = {Odd("nameof(U1)", "\"Missing\"")}");
        Maybe(settings, $"{Pick("Before", "After")} = {Odd($"nameof({Earlier(index)})", "\"Missing\"")}");
        Maybe(settings, $"Name = \"{Odd("step_" + index, Pick("m0", "Bad Name", ""))}\"");
        Maybe(settings, "Result = true");
        var (inputs, output) = (Parameters(), Returns());
        made.Add(Handed(output));
        return $"[Step{(settings.Count == 0 ? string.Empty : $"({string.Join(", ", settings)})")}] {Odd(string.Empty, "static ")}{output} {Methods[index % Methods.Length]}({inputs}) => throw null!;";
    }

    private string Undo(int index) => $"{(index == 0 ? Odd("void", "Task<int>") : Odd("string?", "int"))} U{index}({Parameters()}) => throw null!;";

    private string Earlier(int index) => index == 0 ? "U0" : Methods[Next(index) % Methods.Length];

    private string Returns() => Odd(
        Pick("void", "int", "string", "Part", "Task", "Task<Part>", "ValueTask<int>", "IAsyncEnumerable<Part>", "(int A, string B)", "int?", "List<Part>", "DurableList<int>"),
        Pick("object", "Bad", "IEnumerable<int>", "List<Bad>", "Task<Task<int>>", "P"));

    private string Parameters() => string.Join(", ", Enumerable.Range(0, Next(3)).Select(Parameter));

    private string Parameter(int index) => Odd(
        Pick(["P", "P", "ActionContext", "CancellationToken", .. made.Where(m => m.Length > 0)]),
        Pick("Q", "Loose", "int", "Part?", "TrainContext", "UploadContext", "StepAttempt", "ref int", "object", "[From(\"M0\")] int", "[From(\"Missing\")] int", "DurableList<string>", "IBackend")) + $" a{index}";

    // What later steps can ask for; empty when that is nothing.
    private static string Handed(string output) => output switch
    {
        "void" or "Task" => string.Empty,
        "Task<Part>" => "Part",
        "ValueTask<int>" => "int",
        "IAsyncEnumerable<Part>" => "DurableList<Part>",
        _ => output,
    };

    private void Maybe(List<string> settings, string setting)
    {
        if (Next(5) == 0)
        {
            settings.Add(setting);
        }
    }

    // Seldom wrong, so that many plugins are right but for one thing.
    private string Odd(string usual, string odd) => Next(14) == 0 ? odd : usual;

    private int Next(int below) => random.Next(below);

    private string Pick(params IReadOnlyList<string> choices) => choices[Next(choices.Count)];
}
