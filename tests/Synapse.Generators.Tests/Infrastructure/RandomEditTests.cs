using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Model;
using Synapse.Generators.Model.Codecs;
using Synapse.Generators.Model.Params;
using Synapse.Generators.Parsing;
using Synapse.Generators.Parsing.Actions;
using Synapse.Generators.Parsing.Codecs;
using Synapse.Generators.Parsing.Params;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>
/// What nobody thought of: after any edit of any file, each model that the memo answers is the one that a new parse
/// yields. The memo is asked without a driver, whose own tables would answer as well.
/// </summary>
public sealed class RandomEditTests
{
    private const int Files = 7;
    private const int Edits = 30;

    private readonly Memo<ParamsModel> parameters = new();
    private readonly Memo<ActionParser.Result> actions = new();
    private readonly Memo<Journaled> codecs = new();
    private int asked;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("SYNAPSE_SOAK") is null ? 8 : 400)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Never_stale(int seed)
    {
        var random = new RandomPlugin(seed);
        var first = Enumerable.Range(0, Files).Select(i => i == 0 ? random.Shared() : random.File()).ToArray();
        var compilation = Compiling.Compile([]);
        for (var file = 0; file < Files; file++)
        {
            compilation = With(compilation, file, first[file]);
        }

        Compare(compilation);
        for (var edit = 0; edit < Edits; edit++)
        {
            // Going back to an earlier text is what undo does.
            var file = random.Next(Files);
            compilation = With(compilation, file, random.Next(4) == 0 ? first[file] : file == 0 ? random.Shared() : random.File());
            Compare(compilation);
        }

        // If it rebuilt everything each time, the rest would say nothing.
        Assert.InRange(codecs.Builds, 1, asked - 1);
    }

    private static CSharpCompilation With(CSharpCompilation compilation, int file, string? text)
    {
        var path = $"File{file}.cs";
        var before = compilation.SyntaxTrees.SingleOrDefault(t => t.FilePath == path);
        var after = text is null ? null : Compiling.Parse(text, path);
        return before is null ? after is null ? compilation : compilation.AddSyntaxTrees(after)
            : after is null ? compilation.RemoveSyntaxTrees(before) : compilation.ReplaceSyntaxTree(before, after);
    }

    private void Compare(CSharpCompilation compilation)
    {
        // Parsed anew, so that no symbol is shared.
        var anew = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(t => Compiling.Parse(t.ToString(), t.FilePath)));
        foreach (var (mine, fresh) in Declarations(compilation).Zip(Declarations(anew)))
        {
            var symbol = Symbol(mine, compilation);
            var expected = Symbol(fresh, anew);
            if (ActionKinds.Of(expected).Count > 0)
            {
                Assert.Equal(
                    ActionParser.Parse(expected, anew, findings: null, default),
                    actions.GetOrBuild(mine, compilation, () => ActionParser.Parse(symbol, compilation, findings: null, default), default));
            }

            if (expected is INamedTypeSymbol type)
            {
                asked++;
                Assert.Equal(
                    ParamsParser.Parse(type, anew, findings: null, default),
                    parameters.GetOrBuild(mine, compilation, () => ParamsParser.Parse((INamedTypeSymbol)symbol, compilation, findings: null, default), default));
                Assert.Equal(
                    Codec(type, anew),
                    codecs.GetOrBuild(mine, compilation, () => Codec((INamedTypeSymbol)symbol, compilation), default));
            }
        }
    }

    private static Journaled Codec(INamedTypeSymbol type, Compilation compilation)
    {
        var parser = new CodecParser(compilation);
        var codec = parser.Parse(type, out var refusal);
        return new(codec, refusal, parser.Models);
    }

    private static IEnumerable<MemberDeclarationSyntax> Declarations(Compilation compilation) => compilation.SyntaxTrees
        .SelectMany(t => t.GetRoot().DescendantNodes())
        .Where(n => n is BaseTypeDeclarationSyntax or MethodDeclarationSyntax)
        .Cast<MemberDeclarationSyntax>();

    private static ISymbol Symbol(SyntaxNode declaration, Compilation compilation) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration)!;

    private sealed record Journaled(CodecReference? Codec, CodecRefusal? Refusal, EquatableArray<CodecModel> Models);
}
