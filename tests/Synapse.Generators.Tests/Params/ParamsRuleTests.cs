using Synapse.Generators.Rules;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

/// <summary>Each rule fires where it must, stays silent where it must, can be suppressed, and stops the generator exactly when it is an error.</summary>
public sealed class ParamsRuleTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "SYN3001", "public object? Any { get; init; }", "object?" },
        { "SYN3001", "public IEnumerable<int> Items { get; init; } = [];", "IEnumerable<int>" },
        { "SYN3001", "public Plain? P { get; init; }", "Plain?" },
        { "SYN3001", "public (int A, int B) Pair { get; init; }", "(int A, int B)" },
        { "SYN3001", "public Action? Code { get; init; }", "Action?" },
        { "SYN3001", "public Dictionary<double, int> Map { get; init; } = new();", "Dictionary<double, int>" },
        { "SYN3001", "public FileAccess Access { get; init; }", "FileAccess" },
        { "SYN3002", "[Range(1, 5)] public string Name { get; init; } = \"\";", "Range(1, 5)" },
        { "SYN3002", "[MinLength(1)] public int Count { get; init; }", "MinLength(1)" },
        { "SYN3002", "[StringLength(5)] public int[] Items { get; init; } = [];", "StringLength(5)" },
        { "SYN3002", "[RegularExpression(\"a\")] public int Count { get; init; }", "RegularExpression(\"a\")" },
        { "SYN3002", "[AllowedValues(\"a\")] public int Count { get; init; }", "AllowedValues(\"a\")" },
        { "SYN3002", "[Range(5, 1)] public int Count { get; init; } = 3;", "Range(5, 1)" },
        { "SYN3002", "[UniqueItems] public int Count { get; init; }", "UniqueItems" },
        { "SYN3002", "[MultipleOf(0)] public int Count { get; init; }", "MultipleOf(0)" },
        { "SYN3002", "[AllowNonFinite] public int Count { get; init; }", "AllowNonFinite" },
        { "SYN3003", "[Range(1, 500)] public int Epochs { get; init; } = 0;", "0" },
        { "SYN3003", "[Range(1, 500)] public int Epochs { get; init; }", "Epochs" },
        { "SYN3003", "[MinLength(1)] public string Name { get; init; } = \"\";", "\"\"" },
        { "SYN3003", "[RegularExpression(\"[a-z]+\")] public string Name { get; init; } = \"A\";", "\"A\"" },
        { "SYN3003", "[AllowedValues(\"a\", \"b\")] public string Name { get; init; } = \"c\";", "\"c\"" },
        { "SYN3003", "[MultipleOf(0.5)] public double Lr { get; init; } = 0.3;", "0.3" },
        { "SYN3003", "[Range(0.0, 1.0, MinimumIsExclusive = true)] public double Lr { get; init; } = 0;", "0" },
        { "SYN3004", "public int BatchSize { get; init; } public int batch_size { get; init; }", "batch_size" },
        { "SYN3004", "public int A { get; init; } [JsonPropertyName(\"a\")] public int B { get; init; }", "B" },
        { "SYN3005", "[RegularExpression(\"[\")] public string? Name { get; init; }", "RegularExpression(\"[\")" },
        { "SYN3006", "public required int Count { get; init; } = 3;", "3" },
        { "SYN3008", "[CreditCard] public string? Card { get; init; }", "CreditCard" },
        { "SYN3008", "[Required] public string? Name { get; init; }", "Required" },
        { "SYN3008", "[Own] public string? Name { get; init; }", "Own" },
        { "SYN3011", "public string Name { get; init; }", "Name" },
        { "SYN3011", "public string Name { get; init; } = null!;", "Name" },
        { "SYN3011", "public List<int> Items { get; init; }", "Items" },
        { "SYN1013", "public int ParamsDescriptor { get; init; }", "ParamsDescriptor" },
    };

    public static TheoryData<string> Right =>
    [
        "public required int Count { get; init; }",
        "public string? Name { get; init; }",
        "public string Name { get; init; } = Default; private const string Default = \"x\";",
        "[Range(1, 500)] public required int Epochs { get; init; }",
        "[Range(1, 500)] public int? Epochs { get; init; }",
        "[Range(1, int.MaxValue)] public int Epochs { get; init; } = 1;",
        "[Range(0, 1)] public double Share { get; init; }",
        "[Range(0.5, 2.5)] public int Count { get; init; } = 1;",
        "[MinLength(1), MaxLength(3)] public string Name { get; init; } = \"😀😀😀\";",
        "[DataType(DataType.Password)] public string? Hint { get; init; }",
        "[AllowNonFinite] public List<double> Limits { get; init; } = [];",
        "[Obsolete] public int Old { get; init; }",
        "public object Computed => 3;",
        "[JsonIgnore] public object? Ignored { get; init; }",
        "private object? Hidden { get; set; }",
        "public static object? Shared { get; set; }",
        "[AllowedValues(1, 2)] public long Count { get; init; } = 1;",
        "public string Name { get; init; } = Environment.MachineName;",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Fires_at_the_token_and_stops_the_generator(string rule, string members, string at)
    {
        var source = Declare(members);
        var found = Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated: false, source));
        Assert.Equal(rule, found.Id);
        Assert.Equal(at, source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Contains("have errors", Driving.Cold(Compiling.Compile([source])), StringComparison.Ordinal);
        Assert.Equal(rule, Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated: true, source)).Id);
        Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: false, $"#pragma warning disable {rule}\n" + source));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Is_silent_on_what_is_right(string members)
    {
        var source = Declare(members);
        Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: false, source));
        Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: true, source));
        Assert.DoesNotContain("have errors", Driving.Cold(Compiling.Compile([source])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Params] public record P { }", "P")]
    [InlineData("public class Outer { [Params] public partial record P { } }", "P")]
    [InlineData("[Params] public partial record P<T> { }", "P")]
    [InlineData("public record B { public int X { get; init; } } [Params] public partial record P : B { }", "P")]
    [InlineData("[Params] public partial class P(int x) { public int X => x; }", "P")]
    [InlineData("[Params] public partial record B(int X); [Params] public partial record P : B { public P(int a) : base(a) { } }", "P")]
    public void SYN3010_names_what_keeps_it_from_being_bound(string source, string at)
    {
        source = "using Synapse;\n" + source;
        var found = Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated: false, source));
        Assert.Equal("SYN3010", found.Id);
        Assert.Equal(at, source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.DoesNotContain("ParamsBinder", Driving.Cold(Compiling.Compile([source])).Split("partial record P").Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_base_is_said_once_at_the_base()
    {
        var source = Declare("public object? X { get; init; }") + " [Params] public partial record D : P { public int Y { get; init; } }";
        Assert.Equal("SYN3001", Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated: true, source)).Id);
    }

    private static string Declare(string members) => $$"""
        using Synapse; using System.ComponentModel.DataAnnotations; using System.Text.Json.Serialization;
        public sealed class OwnAttribute : ValidationAttribute { }
        public class Plain { public int X { get; set; } }
        [Params] public partial record P { {{members}} }
        """;
}
