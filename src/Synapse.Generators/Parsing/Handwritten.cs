using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>Tells an author's members from generated ones: an analyzer sees both, the generator only the first, and the two must judge alike.</summary>
internal static class Handwritten
{
    public static bool Is(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(r => !r.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
}
