using Microsoft.CodeAnalysis;
using Synapse.Generators.Parsing;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>What an edit may cost: only models of files that can see it are built again.</summary>
public sealed class RebuildTests
{
    private const int Count = 20;
    private const int All = (2 * Count) + 1;

    private static readonly string[] Sources =
    [
        .. Enumerable.Range(0, Count).Select(i => $$"""
            using Synapse;
            namespace N.M{{i}};
            [Params] public sealed partial record P{{i}} { public int A { get; init; } = 1; {{(i < 2 ? "public Common C { get; init; }" : string.Empty)}} }
            public sealed record Part{{i}}(int Count);
            [PluginAction("a{{i}}")] public sealed partial class Work{{i}} { [Step] Part{{i}} Make(P{{i}} p) => new(1); public static class Options { } }
            """),
        "namespace N; public enum Common { A }",
        "using Synapse; [assembly: SynapsePlugin(\"plugin\")] namespace N; [Params] public sealed partial record Own { public int A { get; init; } = 1; }",
    ];

    [Theory]
    [InlineData(5, "= 1", "= 2", 2)]
    [InlineData(5, "int Count", "long Count", 2)]
    [InlineData(5, "static class Options { }", "static class Choices { }", 2)]
    [InlineData(5, "new(1)", "new(2)", 0)]
    [InlineData(Count, "{ A", "{ A, B", 4)]
    [InlineData(Count, "Common", "Renamed", 4)]
    [InlineData(Count + 1, "= 1", "= 2", 1)]
    [InlineData(Count + 1, "\"plugin\"", "\"other\"", All)]
    [InlineData(5, "namespace N.M5", "namespace N.Fresh", All)]
    public void Edit_rebuilds_what_sees_it(int file, string old, string @new, int builds)
    {
        var memo = new Memo<string>();
        var compilation = Compiling.Compile(Sources);
        Ask(memo, compilation);
        Assert.Equal(All, memo.Builds);
        Ask(memo, Edited(compilation, file, old, @new));
        Assert.Equal(All + builds, memo.Builds);
    }

    [Fact]
    public void Undo_and_other_frameworks_build_nothing()
    {
        var memo = new Memo<string>();
        var compilation = Compiling.Compile(Sources);
        var edited = Edited(compilation, 5, "= 1", "= 2");
        var framework = compilation.AddReferences(Compiling.Compile(["class X;"]).WithAssemblyName("X").ToMetadataReference());
        Ask(compilation);
        Ask(framework);
        Assert.Equal(2 * All, memo.Builds);
        Ask(edited);
        Assert.Equal((2 * All) + 2, memo.Builds);
        Ask(compilation);
        Ask(framework);
        Ask(edited);
        Assert.Equal((2 * All) + 2, memo.Builds);

        void Ask(Compilation of) => RebuildTests.Ask(memo, of);
    }

    [Fact]
    public void Cancelled_at_the_second_compilation_it_still_knows_the_first()
    {
        var memo = new Memo<string>();
        var compilation = Compiling.Compile(Sources);
        Ask(memo, compilation);
        Ask(memo, compilation);
        var edited = Edited(compilation, 5, "= 1", "= 2");
        Assert.Throws<OperationCanceledException>(() => Ask(memo, edited, new CancellationToken(canceled: true)));
        Ask(memo, edited);
        Ask(memo, compilation);
        Assert.Equal(All + 2, memo.Builds);
    }

    [Fact]
    public void Declarations_that_are_gone_are_forgotten()
    {
        var memo = new Memo<string>();
        Ask(memo, Compiling.Compile(Sources));
        var left = Compiling.Compile(Sources.Take(2).Append(Sources[Count]));
        for (var i = 0; i < 200; i++)
        {
            left = Edited(left, 0, $"= {i + 1};", $"= {i + 2};");
            Ask(memo, left);
        }

        Assert.Equal(4, memo.Count);
    }

    private static void Ask(Memo<string> memo, Compilation compilation, CancellationToken cancellation = default)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var type in tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>().Where(t => t.AttributeLists.Count > 0))
            {
                memo.GetOrBuild(type, compilation, () => "model", cancellation);
            }
        }
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Edited(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation, int file, string old, string @new)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"File{file}.cs");
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Compiling.Parse(tree.ToString().Replace(old, @new, StringComparison.Ordinal), tree.FilePath));
    }
}
