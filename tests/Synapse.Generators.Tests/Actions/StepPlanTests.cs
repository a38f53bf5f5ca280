using System.Reflection;
using Synapse.Generators.Tests.Harness;
using Synapse.Wiring;

namespace Synapse.Generators.Tests.Actions;

/// <summary>The order of steps and who hands what to whom, read from the descriptor of the compiled plugin.</summary>
public sealed class StepPlanTests
{
    private const string Set = """
        using Synapse;

        public sealed record Files(int Count);
        public sealed record Sorted(int Count);

        [StepSet]
        public sealed class Standard
        {
            [Step] public Files Find() => new(1);
            [Step] public Sorted Sort(Files files) => new(files.Count);
            [Step] public void Clean() { }
        }
        """;

    [Fact]
    public void Steps_run_in_source_order_when_nothing_is_said() =>
        Assert.Equal(["one", "two", "three"], Names("[Step] void One() { } [Step] void Two() { } [Step] void Three() { }"));

    [Fact]
    public void Step_moves_when_it_says_before_or_after() =>
        Assert.Equal(["three", "one", "four", "two"], Names("[Step] void One() { } [Step] void Two() { } [Step(Before = nameof(One))] void Three() { } [Step(After = nameof(One))] void Four() { }"));

    [Fact]
    public void Step_moves_when_it_names_a_generated_constant() =>
        Assert.Equal(["three", "one", "four_b", "two"], Names("[Step] void OneAsync() { } [Step] void Two() { } [Step(Before = Steps.One)] void Three() { } [Step(After = Trial.Steps.One, Name = \"four_b\")] void Four() { }"));

    [Fact]
    public void Set_moves_when_it_names_a_generated_constant() =>
        Assert.Equal(["first", "find", "sort", "clean", "last"], Names("[Step] void First() { } [Step] void Last([From(Steps.Find)] Files files) { }", "[UseSteps<Standard>(After = Trial.Steps.First)]", Set));

    [Fact]
    public void Steps_of_one_anchor_keep_their_order() =>
        Assert.Equal(["one", "two", "three"], Names("[Step(After = nameof(One))] void Two() { } [Step(After = nameof(One))] void Three() { } [Step] void One() { }"));

    [Fact]
    public void Set_comes_before_the_steps_of_the_class() =>
        Assert.Equal(["find", "sort", "clean", "own"], Names("[Step] void Own(Sorted sorted) { }", "[UseSteps<Standard>]", Set));

    [Fact]
    public void Set_leaves_out_steps_that_are_excepted() =>
        Assert.Equal(["find", "sort"], Names("", "[UseSteps<Standard>(Except = [nameof(Standard.Clean)])]", Set));

    [Fact]
    public void Step_takes_the_place_of_one_of_the_set_when_it_replaces()
    {
        var steps = Steps("[Step(Replace = true)] Sorted Sort(Files files) => new(2);", "[UseSteps<Standard>]", Set);
        Assert.Equal(["Standard.Find", "Trial.Sort", "Standard.Clean"], steps.Select(s => s.Method));
    }

    [Fact]
    public void Whole_set_moves_when_it_is_anchored() =>
        Assert.Equal(["first", "find", "sort", "clean", "last"], Names("[Step] void First() { } [Step] void Last() { }", "[UseSteps<Standard>(After = nameof(First))]", Set));

    [Fact]
    public void Filter_takes_the_place_of_what_it_took_for_later_steps()
    {
        var steps = Steps("[Step] Files Find() => new(1); [Step] Files Keep(Files files) => files; [Step] void Use(Files files) { }", "", Set);
        Assert.Equal(0, steps[1].Inputs.Single().Step);
        Assert.Equal(1, steps[2].Inputs.Single().Step);
    }

    [Fact]
    public void From_picks_one_of_two_producers()
    {
        var steps = Steps("[Step] Files A() => new(1); [Step] Files B() => new(2); [Step] void Use([From(nameof(A))] Files files) { }", "", Set);
        Assert.Equal(0, steps[2].Inputs.Single().Step);
    }

    [Fact]
    public void Result_is_the_last_output_when_none_is_marked()
    {
        var action = Descriptor("[Step] Files A() => new(1); [Step] Sorted B(Files files) => new(2); [Step] void C() { }", "", Set);
        Assert.Equal(1, action.ResultStep);
    }

    [Fact]
    public void Result_is_the_step_that_says_so()
    {
        var action = Descriptor("[Step(Result = true)] Files A() => new(1); [Step] Sorted B(Files files) => new(2);", "", Set);
        Assert.Equal(0, action.ResultStep);
    }

    [Theory]
    [InlineData("Equals"), InlineData("Finalize"), InlineData("GetHashCode"), InlineData("GetType"), InlineData("MemberwiseClone"), InlineData("ReferenceEquals"), InlineData("ToString")]
    public void Step_may_be_called_like_a_member_of_object(string name)
    {
        var body = $"[Step(Name = \"{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}\")] void One() {{ }} static string Constant => Steps.{name};";
        Assert.Single(Names(body));
    }

    private static string[] Names(string body, string attribute = "", params string[] more) => [.. Steps(body, attribute, more).Select(s => s.Name)];

    private static IReadOnlyList<StepDescriptor> Steps(string body, string attribute = "", params string[] more) => Descriptor(body, attribute, more).Steps;

    private static ActionDescriptor Descriptor(string body, string attribute, params string[] more)
    {
        string[] sources = [$"using Synapse;\n[PluginAction(\"trial\")] {attribute} public sealed partial class Trial {{ {body} }}", .. more];
        GeneratorTest.Run(sources);
        var type = Loading.Load(GeneratorTest.Output(sources)).GetType("Trial")!;
        return (ActionDescriptor)type.GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
    }
}
