using Synapse.Generators.Parsing;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

public sealed class DeclarationFingerprintTests
{
    private const string Source = """
        namespace N;
        /// <summary>Text.</summary>
        public class C
        {
            public int P { get; set; } = 1;
            public int Q => 2;
            public int M(int a = 3) { return 4; }
            public int E() => 5;
            public C() { var x = 6; }
            public static C operator +(C a, C b) { return a; }
        }
        """;

    [Theory]
    [InlineData("return 4", "return 40")]
    [InlineData("var x = 6", "var x = 60; // more")]
    [InlineData("return a", "return b")]
    [InlineData("=> 5", "=> 50")]
    [InlineData("namespace N;", "namespace   N;  // a comment")]
    public void Stays_when_only_a_body_or_space_changes(string before, string after) => Assert.Equal(Of(Source), Of(Edit(before, after)));

    [Theory]
    [InlineData("= 1", "= 10")]
    [InlineData("=> 2", "=> 20")]
    [InlineData("= 3", "= 30")]
    [InlineData("Text.", "Other text.")]
    [InlineData("public class", "internal class")]
    [InlineData("{ return 4; }", ";")]
    [InlineData("return 4;", "return 4;\n#nullable disable\n")]
    [InlineData("/// <summary>", "#pragma warning disable X1\n/// <summary>")]
    [InlineData("int M(int a", "long M(int a")]
    public void Changes_with_every_declaration(string before, string after) => Assert.NotEqual(Of(Source), Of(Edit(before, after)));

    [Fact]
    public void Changes_with_references_and_options()
    {
        var compilation = Compiling.Compile([Source]);
        var before = DeclarationFingerprint.Of(compilation, default);
        Assert.NotEqual(before, DeclarationFingerprint.Of(compilation.WithReferences(compilation.References.Skip(1)), default));
        Assert.NotEqual(before, DeclarationFingerprint.Of(compilation.WithAssemblyName("Other"), default));
        Assert.NotEqual(before, DeclarationFingerprint.Of(compilation.WithOptions(compilation.Options.WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Disable)), default));
        Assert.Equal(before, DeclarationFingerprint.Of(compilation.WithOptions(compilation.Options.WithWarningLevel(1)), default));
    }

    [Fact]
    public void Sees_a_referenced_project_by_its_declarations()
    {
        Assert.Equal(Referring("return 1;"), Referring("return 2;"));
        Assert.NotEqual(Referring("return 1;"), Referring("return 1; } public void More() {"));

        static Hash128 Referring(string body) => DeclarationFingerprint.Of(
            Compiling.Compile([Source], more: Compiling.Compile([$"public class R {{ public int M() {{ {body} }} }}"]).WithAssemblyName("R").ToMetadataReference()), default);
    }

    private static Hash128 Of(string source) => DeclarationFingerprint.Of(Compiling.Compile([source]), default);

    private static string Edit(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        return Source.Replace(before, after, StringComparison.Ordinal);
    }
}
