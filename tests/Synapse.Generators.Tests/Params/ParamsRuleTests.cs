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
        { "SYN3002", "[Range<int>(1, 5)] public string Name { get; init; } = \"\";", "Range<int>(1, 5)" },
        { "SYN3002", "[Range<int>(1, 5)] public long Count { get; init; } = 3;", "Range<int>(1, 5)" },
        { "SYN3002", "[Range<long>(5, 1)] public long Count { get; init; } = 3;", "Range<long>(5, 1)" },
        { "SYN3002", "[Range<int>(5, 5, MaximumIsExclusive = true)] public int Count { get; init; } = 3;", "Range<int>(5, 5, MaximumIsExclusive = true)" },
        { "SYN3002", "[Range<decimal>(\"a\", \"1\")] public decimal Share { get; init; }", "Range<decimal>(\"a\", \"1\")" },
        { "SYN3002", "[Range<decimal>(0, 1)] public decimal Share { get; init; }", "Range<decimal>(0, 1)" },
        { "SYN3002", "[Range<long>(\"0\", \"9223372036854775808.5\", MinimumIsExclusive = true)] public int Count { get; init; } = 3;", "Range<long>(\"0\", \"9223372036854775808.5\", MinimumIsExclusive = true)" },
        { "SYN3002", "[AllowedValues(1.5)] public int Count { get; init; } = 1;", "AllowedValues(1.5)" },
        { "SYN3002", "[AllowedValues(300)] public byte Count { get; init; } = 1;", "AllowedValues(300)" },
        { "SYN3003", "[Range<long>(0, 9007199254740992)] public long Count { get; init; } = 9007199254740993;", "9007199254740993" },
        { "SYN3003", "[Range<decimal>(\"0.1\", \"0.2\")] public decimal Share { get; init; } = 0.2000000000000000001m;", "0.2000000000000000001m" },
        { "SYN3003", "[Range<int>(0, 5, MinimumIsExclusive = true)] public int Count { get; init; }", "Count" },
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
        { "SYN3008", "[Theirs.Range(1, 5)] public int Count { get; init; } = 1;", "Theirs.Range(1, 5)" },
        { "SYN3009", "[MinLength(1, ErrorMessageResourceName = \"Short\", ErrorMessageResourceType = typeof(Plain))] public string? Name { get; init; }", "ErrorMessageResourceName = \"Short\"" },
        { "SYN3009", "[MinLength(1, ErrorMessage = \"{0} needs {2}\")] public string? Name { get; init; }", "ErrorMessage = \"{0} needs {2}\"" },
        { "SYN3009", "[Range<int>(1, 5, ErrorMessage = \"{broken\")] public int Count { get; init; } = 1;", "ErrorMessage = \"{broken\"" },
        { "SYN3009", "[Display(Name = \"N\", ResourceType = typeof(Plain)), MinLength(1, ErrorMessage = \"{0} is empty\")] public string? Name { get; init; }", "ErrorMessage = \"{0} is empty\"" },
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
        "[Range(0.5, 2.5, MinimumIsExclusive = true)] public int Count { get; init; } = 1;",
        "[Range(0.0, 0.1)] public float Share { get; init; } = 0.1f;",
        "[Range<float>(0, 0.1f)] public float Share { get; init; } = 0.1f;",
        "[Range<long>(0, 9007199254740993)] public long Count { get; init; } = 9007199254740993;",
        "[Range<ulong>(0, ulong.MaxValue)] public ulong Count { get; init; }",
        "[Range<decimal>(\"0.05\", \"0.95\")] public decimal? Share { get; init; }",
        "[Range<double>(1e-300, 1e300)] public double Share { get; init; } = 1;",
        "[Range(97, 122)] public int Letter { get; init; } = 'a';",
        "[AllowedValues(0.1, 2)] public float Share { get; init; } = 0.1f;",
        "[AllowedValues(1.0)] public int Count { get; init; } = 1;",
        "[Display(Name = \"N\", ResourceType = typeof(Plain)), MinLength(1, ErrorMessage = \"Say {{something}}\")] public string? Name { get; init; }",
        "[DataType(DataType.Password, ErrorMessageResourceName = \"x\", ErrorMessageResourceType = typeof(Plain))] public string? Hint { get; init; }",
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
    [InlineData("public bool Quiet { get; init; }", "Param 'Quiet' shares the flag --quiet with the command line: after the action's name it sets the param. The option then stands before that name: run --quiet ACTION.")]
    [InlineData("public string? OnFailure { get; init; }", "Param 'OnFailure' shares the flag --on-failure with the command line: after the action's name it sets the param. The option then stands before that name: run --on-failure ACTION.")]
    [InlineData("public bool Color { get; init; }", "Param 'Color' shares the flag --no-color with the command line: after the action's name it sets the param. The option then stands before that name: run --no-color ACTION.")]
    [InlineData("[JsonPropertyName(\"state\")] public int Place { get; init; }", "Param 'Place' shares the flag --state with the command line: after the action's name it sets the param. The option then stands before that name: run --state ACTION.")]
    [InlineData("public string? Set { get; init; }", "Param 'Set' shares the flag --set with the command line: it never sets the param, which is given by --set set=VALUE or in the file of --params.")]
    public void SYN3007_says_what_the_flag_does_and_stops_nothing(string member, string message)
    {
        var source = Declare(member);
        foreach (var generated in (bool[])[false, true])
        {
            var found = Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated, source));
            Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, found.Severity);
            Assert.Equal($"SYN3007 {message}", $"{found.Id} {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: false, "#pragma warning disable SYN3007\n" + source));
        Assert.DoesNotContain("have errors", Driving.Cold(Compiling.Compile([source])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public int Color { get; init; }")]
    [InlineData("public bool Yes { get; init; }")]
    [InlineData("[JsonPropertyName(\"keep_quiet\")] public bool Quiet { get; init; }")]
    public void SYN3007_is_silent_where_no_flag_is_shared(string member) => Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: false, Declare(member)));

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
        namespace Theirs { public sealed class RangeAttribute(int a, int b) : ValidationAttribute { public int A => a + b; } }
        [Params] public partial record P { {{members}} }
        """;
}
