using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>What one file adds to a <see cref="DeclarationFingerprint"/>, read from syntax alone, once a version of the file.</summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> OfTrees = new();

    /// <summary>Every declaration of the file, without bodies.</summary>
    public required Hash128 Hash { get; init; }

    /// <summary>The names under which declarations of other files can find something here.</summary>
    public required string[] Declares { get; init; }

    /// <summary>The names that declarations here look up, in the form of <see cref="Declares"/>.</summary>
    public required string[] Mentions { get; init; }

    /// <summary>The simple names of all types and namespaces here.</summary>
    public required string[] Names { get; init; }

    /// <summary>The full names of all namespaces here.</summary>
    public required string[] Namespaces { get; init; }

    /// <summary>What works beyond the file: global usings and attributes of the assembly; null when there is none.</summary>
    public required Hash128? Shared { get; init; }

    /// <summary>The names that <see cref="Shared"/> looks up.</summary>
    public required string[] SharedMentions { get; init; }

    /// <summary>Declares types that the compiler itself may look up, such as those behind tuples.</summary>
    public required bool IsOfSystem { get; init; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!OfTrees.TryGetValue(tree, out var known))
        {
            var read = new TreeReader(tree, cancellation).Read();
            known = OfTrees.GetValue(tree, _ => read);
        }

        return known;
    }
}
