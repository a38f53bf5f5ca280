using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing.Params;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

public sealed class DefaultTests
{
    // A literal of the property's type is taken as written, everything else is bound; both must say the same.
    [Theory]
    [InlineData("int", "10")]
    [InlineData("int", "0x1F")]
    [InlineData("int?", "10")]
    [InlineData("uint", "10")]
    [InlineData("long", "10")]
    [InlineData("long", "10L")]
    [InlineData("double", "1")]
    [InlineData("double", "1_000.50")]
    [InlineData("float", "0.1f")]
    [InlineData("decimal", "1.10m")]
    [InlineData("bool", "true")]
    [InlineData("string", "\"a \\\"b\\\"\"")]
    [InlineData("string", "\"\"\"raw\"\"\"")]
    [InlineData("string?", "null")]
    [InlineData("string", "\"a\"!")]
    public void Literal_is_the_constant_that_it_is(string type, string literal)
    {
        var written = Default($"public {type} P {{ get; init; }} = {literal};");
        Assert.NotNull(written);
        Assert.Equal(Default($"private const {type.TrimEnd('?')} C = {literal}; public {type} P {{ get; init; }} = C;"), written);
    }

    [Theory]
    [InlineData("int", "99999999999")]
    [InlineData("int", "\"ten\"")]
    public void Literal_that_does_not_compile_is_no_default_of_another_value(string type, string literal) =>
        Assert.Equal(Default($"public {type} P {{ get; init; }} = ({literal});"), Default($"public {type} P {{ get; init; }} = {literal};"));

    private static string? Default(string property)
    {
        var compilation = Compiling.Compile([$"using Synapse; [Params] public partial record Settings {{ {property} }}"]);
        var model = ParamsParser.Parse(compilation.GetTypeByMetadataName("Settings")!, compilation, findings: null, CancellationToken.None);
        return model!.Members[0].DefaultJson;
    }
}
