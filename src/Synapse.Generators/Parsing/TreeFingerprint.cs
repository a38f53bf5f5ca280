using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synapse.Generators.Parsing;

/// <summary>The part of a <see cref="DeclarationFingerprint"/> that one file adds, computed once per version of the file.</summary>
internal static class TreeFingerprint
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<Hash128>> OfTrees = new();

    public static Hash128 Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!OfTrees.TryGetValue(tree, out var known))
        {
            var computed = new StrongBox<Hash128>(Compute(tree, cancellation));
            known = OfTrees.GetValue(tree, _ => computed);
        }

        return known.Value;
    }

    private static Hash128 Compute(SyntaxTree tree, CancellationToken cancellation)
    {
        var hash = default(Hash128);
        if (tree.Options is CSharpParseOptions options)
        {
            hash.Add((ulong)options.LanguageVersion);
        }

        foreach (var item in tree.GetRoot(cancellation).DescendantNodesAndTokens(node => !IsBody(node)))
        {
            if (item.IsToken)
            {
                AddToken(ref hash, item.AsToken());
            }
            else if (IsBody(item.AsNode()!))
            {
                // That there is a body at all is part of the declaration.
                hash.Add((ulong)item.RawKind);
            }
        }

        return hash;
    }

    // A directive in a body can reach beyond it (#nullable), so such a body counts whole. The arrow of a property counts
    // too: its value may be read as a default.
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax } => !node.ContainsDirectives,
        ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax } => !node.ContainsDirectives,
        _ => false,
    };

    private static void AddToken(ref Hash128 hash, SyntaxToken token)
    {
        hash.Add((ulong)token.RawKind);
        if (!SyntaxFacts.IsPunctuation(token.Kind()))
        {
            hash.Add(token.Text);
        }

        if (token.HasLeadingTrivia)
        {
            AddTrivia(ref hash, token.LeadingTrivia);
        }
    }

    private static void AddTrivia(ref Hash128 hash, SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
        {
            if (item.IsDirective || DocComments.IsDocComment(item))
            {
                hash.Add(item.ToFullString());
            }
        }
    }
}
