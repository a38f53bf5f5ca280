using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>An edit costs one look-up for each attributed type, and models only for what it is about.</summary>
public sealed class TransformCountTests
{
    private const int Files = 60;
    private const int Attributed = 3 * Files;

    private static readonly string[] Sources =
    [
        .. Enumerable.Range(0, Files).Select(i => $$"""
            using Synapse;
            namespace N.M{{i}};
            [Params] public sealed partial record P{{i}} { public int A { get; init; } = 1; }
            [Journaled] public sealed record Part{{i}}(int Count);
            [PluginAction("a{{i}}")] public sealed partial class Work{{i}} { [Step] Part{{i}} Make(P{{i}} p) { return new(1); } }
            """),
        "class Unrelated { int M() { return 1; } }",
    ];

    [Theory]
    [InlineData(Files, "return 1", "return 2", 0)]
    [InlineData(Files, "int M()", "long M()", 0)]
    [InlineData(7, "new(1)", "new(2)", 0)]
    [InlineData(7, "= 1", "= 2", 3)]
    public void Edit_asks_once_for_each_type_and_builds_what_it_is_about(int file, string old, string @new, int builds)
    {
        var generator = new SynapseGenerator();
        var compilation = Compiling.Compile(Sources);
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Compiling.ParseOptions()).RunGenerators(compilation);
        Assert.Equal((Attributed, Attributed), generator.Memos.Count);

        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"File{file}.cs");
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, Compiling.Parse(tree.ToString().Replace(old, @new, StringComparison.Ordinal), tree.FilePath)));
        Assert.Equal((2 * Attributed, Attributed + builds), generator.Memos.Count);
    }
}
