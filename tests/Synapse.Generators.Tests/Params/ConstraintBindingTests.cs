using System.Text;
using Synapse.Binding;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

/// <summary>Typed bounds are exact, and an author's message is what a user reads.</summary>
public sealed class ConstraintBindingTests
{
    private static readonly string[] Members =
    [
        "[Range<long>(0, 9007199254740992)] public long A { get; init; }",
        "[Range<decimal>(\"0.05\", \"0.95\", MaximumIsExclusive = true)] public decimal? A { get; init; }",
        "[Range<float>(0, 0.1f)] public float A { get; init; }",
        "[Range<ulong>(1, ulong.MaxValue)] public required ulong A { get; init; }",
        "[Range(0.5, 3, MinimumIsExclusive = true)] public int A { get; init; } = 1;",
        "[AllowedValues(0.1, 2)] public float A { get; init; } = 2;",
        "[Range(1, 500, ErrorMessage = \"{0} is {1} to {2:N1}, {{really}}\")] public int A { get; init; } = 1;",
        "[Display(Name = \"The share\"), Range<decimal>(\"0.50\", \"1\", ErrorMessage = \"{0}: {1} to {2}\")] public decimal A { get; init; } = 1;",
        "[StringLength(5, MinimumLength = 2, ErrorMessage = \"{0}: at most {1}, at least {2}\")] public string? A { get; init; }",
        "[Length(1, 2, ErrorMessage = \"{0}: {1} or {2}\")] public int[] A { get; init; } = [1];",
        "[RegularExpression(\"[a-z]{2}\", ErrorMessage = \"{0} does not look like {1}\")] public string? A { get; init; }",
        "[RegularExpression(\"a{0}b\")] public string? A { get; init; }",
        "[MultipleOf(8, ErrorMessage = \"{0} % {1}\")] public int A { get; init; }",
        "[UniqueItems(ErrorMessage = \"{0} \\\"twice\\\"\")] public List<int>? A { get; init; }",
        "[EmailAddress(ErrorMessage = \"Whose is {0}?\")] public string? A { get; init; }",
        "[DeniedValues(\"x\", ErrorMessage = \"not x\")] public string? A { get; init; }",
        "[MinLength(1, ErrorMessage = \"\")] public string? A { get; init; }",
    ];

    private static readonly Lazy<BoundAssembly> Compiled = new(() => BoundAssembly.Compile(Members));

    [Theory]
    [InlineData(0, "9007199254740992", null)]
    [InlineData(0, "9007199254740993", "Expected integer, 0 to 9007199254740992, found 9007199254740993.")]
    [InlineData(1, "0.05", null)]
    [InlineData(1, "null", null)]
    [InlineData(1, "0.0499999999999999999", "Expected number, at least 0.05 and less than 0.95, or null, found 0.0499999999999999999.")]
    [InlineData(1, "0.95", "Expected number, at least 0.05 and less than 0.95, or null, found 0.95.")]
    [InlineData(2, "0.1", null)]
    [InlineData(2, "0.11", "Expected number, 0 to 0.1, found 0.11.")]
    [InlineData(3, "18446744073709551615", null)]
    [InlineData(3, "0", "Expected integer, at least 1, found 0.")]
    [InlineData(4, "1", null)]
    [InlineData(4, "0", "Expected integer, 1 to 3, found 0.")]
    [InlineData(5, "0.1", null)]
    [InlineData(5, "0.2", "Expected number, one of 0.1, 2, found 0.2.")]
    [InlineData(6, "0", "A is 1 to 500.0, {really}")]
    [InlineData(6, "\"x\"", "Expected integer, 1 to 500, found \"x\".")]
    [InlineData(7, "0.1", "The share: 0.50 to 1")]
    [InlineData(8, "\"x\"", "A: at most 5, at least 2")]
    [InlineData(8, "\"xxxxxx\"", "A: at most 5, at least 2")]
    [InlineData(9, "[]", "A: 1 or 2")]
    [InlineData(10, "\"1\"", "A does not look like [a-z]{2}")]
    [InlineData(11, "\"a\"", "Expected text, matching a{0}b, or null, found \"a\".")]
    [InlineData(12, "3", "A % 8")]
    [InlineData(13, "[1,1]", "A \"twice\"")]
    [InlineData(14, "\"x\"", "Whose is A?")]
    [InlineData(15, "\"x\"", "not x")]
    [InlineData(16, "\"\"", "Expected text, at least 1 character, or null, found \"\".")]
    public void Value_is_taken_or_refused_in_these_words(int member, string value, string? message)
    {
        var errors = new ParamErrors();
        var bound = Compiled.Value.Descriptor(Members[member]).Bind(Encoding.UTF8.GetBytes($"{{\"a\":{value}}}"), BindOptions.Person, errors);
        Assert.Equal(message, errors.Items.SingleOrDefault()?.Message);
        Assert.Equal(message is null, bound is not null);
    }

    [Theory]
    [InlineData(0, "\"minimum\": 0", "\"maximum\": 9007199254740992")]
    [InlineData(1, "\"minimum\": 0.05", "\"exclusiveMaximum\": 0.95")]
    [InlineData(4, "\"minimum\": 1", "\"maximum\": 3")]
    public void Schema_has_the_bounds(int member, params string[] parts)
    {
        var schema = Compiled.Value.Descriptor(Members[member]).JsonSchema;
        Assert.All(parts, part => Assert.Contains(part, schema, StringComparison.Ordinal));
    }

    [Fact]
    public void Bounds_and_message_of_a_compiled_base_are_those_of_its_source()
    {
        const string Base = """
            using Synapse; using System.ComponentModel.DataAnnotations;
            [Params] public abstract partial record Base
            {
                [Range<decimal>("0.05", "0.95", ErrorMessage = "{0}: {1}")] public decimal Share { get; init; } = 0.5m;
                [Range<long>(0, 9007199254740993)] public long Count { get; init; }
            }
            """;
        const string Derived = "using Synapse; [Params] public sealed partial record D : Base;";
        using var stream = new MemoryStream();
        Assert.True(GeneratorTest.Output(Base).WithAssemblyName("Lib").Emit(stream).Success);
        var library = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(stream.ToArray());
        var compiled = Driving.Cold(Compiling.Compile([Derived], more: library));
        Assert.Contains("Share: 0.05", compiled, StringComparison.Ordinal);
        Assert.Contains(compiled.Split("// ==== ").Single(f => f.StartsWith("D.Params", StringComparison.Ordinal)), Driving.Cold(Compiling.Compile([Base, Derived])), StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_holds_its_bounds_at_run_time_too()
    {
        var range = new RangeAttribute<decimal>("0.05", "9.5e-1");
        Assert.Equal((0.05m, 0.95m), (range.Minimum, range.Maximum));
        Assert.Throws<FormatException>(() => new RangeAttribute<decimal>("0.05", "much"));
        Assert.Throws<OverflowException>(() => new RangeAttribute<int>("0", "3000000000"));
    }
}
