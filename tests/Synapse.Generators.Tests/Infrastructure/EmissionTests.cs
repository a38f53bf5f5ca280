using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Emission;
using Synapse.Generators.Model;

namespace Synapse.Generators.Tests.Infrastructure;

public sealed class EmissionTests
{
    [Fact]
    public void Writer_indents_raw_strings_and_knows_one_newline()
    {
        var writer = new SourceWriter();
        using (writer.Open("class A"))
        {
            writer.Write("int x;\r\n\r\nint y;");
        }

        Assert.Equal("class A\n{\n    int x;\n\n    int y;\n}\n", writer.ToString());
    }

    [Fact]
    public void Writers_of_one_thread_do_not_mix()
    {
        var first = new SourceWriter().Write("first");
        var second = new SourceWriter().Write("second");
        Assert.Equal("second\n", second.ToSourceText().ToString());
        Assert.Equal("third\n", new SourceWriter().Write("third").ToSourceText().ToString());
        Assert.Equal("first\n", first.ToSourceText().ToString());
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("é", "\"é\"")]
    [InlineData("\u007f", "\"\u007f\"")]
    [InlineData("a \"b\" \\ \n", "\"a \\\"b\\\" \\\\ \\n\"")]
    [InlineData("\u0001\u2028", "\"\\u0001\\u2028\"")]
    public void Strings_are_JSON(string text, string json) => Assert.Equal(json, JsonText.String(text));

    [Theory]
    [InlineData("plain")]
    [InlineData("quote \" slash \\ line\r\n\t\0 \u2028 \ud83d \U0001F600 {0}")]
    public void Strings_survive_being_source(string text) =>
        Assert.Equal(text, SyntaxFactory.ParseExpression(Literal.String(text)) is Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax literal ? literal.Token.ValueText : null);

    [Theory]
    [InlineData(1, "1")]
    [InlineData(-0.5, "-0.5d")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(long.MinValue, "long.MinValue")]
    [InlineData('\'', "'\\''")]
    [InlineData(true, "true")]
    [InlineData(1.5f, "1.5f")]
    public void Constants_keep_their_type(object value, string expected) => Assert.Equal(expected, Literal.Of(value));

    [Fact]
    public void Hint_names_differ_even_where_files_ignore_case()
    {
        Assert.Equal("A.B+C-1.Params.g.cs", HintName.Of("A.B+C`1", "Params"));
        Assert.NotEqual(HintName.Of("A.foo", "Params", isAmbiguous: true), HintName.Of("A.Foo", "Params", isAmbiguous: true), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Arrays_compare_by_value()
    {
        EquatableArray<string> a = ["x", "y"];
        EquatableArray<string> b = ["x", "y"];
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.NotEqual(a, ["x", "z"]);
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.Equal(["x", "y"], a.ToArray());
    }
}
