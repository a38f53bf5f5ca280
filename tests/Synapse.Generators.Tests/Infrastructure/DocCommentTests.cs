using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Parsing;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

public sealed class DocCommentTests
{
    // With anything else beside it, a summary is read as XML; alone and plain it is not.
    [Theory]
    [InlineData("/// <summary>How often.</summary>", "How often.")]
    [InlineData("///<summary>\n///   Over\ttwo\r\n/// lines \n/// </summary>", "Over two lines")]
    [InlineData("/** <summary>Of stars.</summary> */", "Of stars.")]
    [InlineData("/// <summary>Größe \"of\" it's €.</summary>", "Größe \"of\" it's €.")]
    [InlineData("/// <summary>a &amp; b</summary>", "a & b")]
    [InlineData("/// <summary>See <see cref=\"T:A.B\"/>.</summary>", "See B.")]
    [InlineData("/// <summary>  </summary>", null)]
    [InlineData("/// <summary></summary>", null)]
    [InlineData("/// <summary>One</summary> <summary>two</summary>", "One")]
    [InlineData("/// <summary>half & half</summary>", null)]
    [InlineData("/// <summary>not \u0001 XML</summary>", null)]
    [InlineData("/// <summary>open", null)]
    [InlineData("/// <summary", null)]
    [InlineData("// <summary>No comment of that kind.</summary>", null)]
    public void Summary_is_one_line_of_text(string comment, string? expected)
    {
        Assert.Equal(expected, Summary(comment));
        Assert.Equal(expected, Summary(comment + "\n/// <remarks>More.</remarks>"));
    }

    private static string? Summary(string comment) =>
        DocComments.Summary(Compiling.Parse(comment + "\nclass C;", "File.cs").GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single());
}
