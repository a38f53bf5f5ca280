using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Pipelines;

/// <summary>One symbol is one answer: a type with an attribute on each of two parts is matched twice and must not become two files of one name.</summary>
internal static class Answer
{
    /// <summary>Whether the symbol has a single attribute, which then is the one matched: the quick answer for most.</summary>
    public static bool IsOnly(GeneratorAttributeSyntaxContext match) => match.TargetSymbol.GetAttributes().Length == 1;

    /// <summary>Whether the match is the one at which <paramref name="attribute"/> was written.</summary>
    public static bool IsAt(GeneratorAttributeSyntaxContext match, AttributeData? attribute, CancellationToken cancellation) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == match.TargetNode;

    /// <summary>Whether the match is the first at which its attribute was written.</summary>
    public static bool IsFirst(GeneratorAttributeSyntaxContext match, CancellationToken cancellation) =>
        IsOnly(match) || IsAt(match, match.TargetSymbol.GetAttributes().First(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, match.Attributes[0].AttributeClass)), cancellation);
}
