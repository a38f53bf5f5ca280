using Microsoft.CodeAnalysis;
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
        var texts = (string?[])first.Clone();
        Compare(texts);
        for (var edit = 0; edit < Edits; edit++)
        {
            // Going back to an earlier text is what undo does.
            var file = random.Next(Files);
            texts[file] = random.Next(4) == 0 ? first[file] : file == 0 ? random.Shared() : random.File();
            Compare(texts);
        }

        // If it rebuilt everything each time, the rest would say nothing.
        Assert.InRange(codecs.Builds, 1, asked - 1);
    }

    // A compilation of its own for each version: one that was made by edits may have the parts of a type in another order.
    private void Compare(string?[] texts)
    {
        Compilation compilation = Compiling.Compile([]).AddSyntaxTrees(texts.Select((t, i) => Compiling.Parse(t ?? string.Empty, $"File{i}.cs")).Where((_, i) => texts[i] is not null));
        foreach (var declaration in Declarations(compilation))
        {
            var symbol = compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration);
            if (ActionKinds.Of(symbol!).Count > 0)
            {
                Same(actions, declaration, compilation, () => ActionParser.Parse(symbol!, compilation, findings: null, default));
            }

            if (symbol is INamedTypeSymbol type)
            {
                asked++;
                Same(parameters, declaration, compilation, () => ParamsParser.Parse(type, compilation, findings: null, default));
                Same(codecs, declaration, compilation, () => Codec(type, compilation));
            }
        }
    }

    private static void Same<T>(Memo<T> memo, SyntaxNode declaration, Compilation compilation, Func<T?> parse)
        where T : class =>
        Assert.Equal(parse(), memo.GetOrBuild(declaration, compilation, parse, default));

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

    private sealed record Journaled(CodecReference? Codec, CodecRefusal? Refusal, EquatableArray<CodecModel> Models);
}
