using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>The fingerprints of one compilation: of all its declarations, and of what each file can see.</summary>
internal sealed class CompilationFacts
{
    // As many as frameworks and undo may ask for again; body edits then cost no look at the graph.
    private const int KeptClosures = 8;

    private static Closures[] kept = [];

    private readonly Hash128 settings;
    private readonly SyntaxTree[] trees;
    private readonly TreeFacts[] facts;
    private readonly Hash128[] own;
    private readonly Lazy<Dictionary<SyntaxTree, Hash128>> byTree;

    public CompilationFacts(Compilation compilation, Hash128 settings, CancellationToken cancellation)
    {
        this.settings = settings;
        trees = [.. compilation.SyntaxTrees];
        facts = new TreeFacts[trees.Length];
        own = new Hash128[trees.Length];
        var generated = compilation.Options.SyntaxTreeOptionsProvider;
        var all = settings;
        for (var i = 0; i < trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            facts[i] = TreeFacts.Of(trees[i], cancellation);
            own[i] = facts[i].Hash;
            own[i].Add((ulong)(generated?.IsGenerated(trees[i], cancellation) ?? GeneratedKind.Unknown));
            all.Add(own[i]);
        }

        All = all;
        byTree = new(ByTree);
    }

    /// <summary>Of all declarations.</summary>
    public Hash128 All { get; }

    /// <summary>Of the declarations that those of a file may depend on.</summary>
    public Hash128 Of(SyntaxTree tree) => byTree.Value.TryGetValue(tree, out var hash) ? hash : All;

    private Dictionary<SyntaxTree, Hash128> ByTree()
    {
        var closures = Find();
        var found = new Dictionary<SyntaxTree, Hash128>(trees.Length);
        for (var i = 0; i < trees.Length; i++)
        {
            found[trees[i]] = closures[i];
        }

        return found;
    }

    private Hash128[] Find()
    {
        var known = Volatile.Read(ref kept);
        foreach (var closures in known)
        {
            if (closures.All.Equals(All))
            {
                return closures.Hashes;
            }
        }

        // A race loses one, which costs computing it again and nothing else.
        var fresh = DeclarationGraph.Closures(facts, own, Shared(), KnownTypes.Names);
        Volatile.Write(ref kept, [new(All, fresh), .. known.Take(KeptClosures - 1)]);
        return fresh;
    }

    private Hash128 Shared()
    {
        var hash = settings;
        foreach (var shared in facts.Select(f => f.Shared).OfType<Hash128>())
        {
            hash.Add(shared);
        }

        // Which namespaces there are decides what a qualified name means.
        foreach (var name in facts.SelectMany(f => f.Namespaces).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal))
        {
            hash.Add(name);
        }

        hash.Add("in another casing:");
        foreach (var name in InSeveralCasings().OrderBy(n => n, StringComparer.Ordinal))
        {
            hash.Add(name);
        }

        return hash;
    }

    // The models note such names, see NamesThatDifferInCase.
    private HashSet<string> InSeveralCasings()
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var differing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in facts.SelectMany(f => f.Names))
        {
            if (!seen.TryGetValue(name, out var other))
            {
                seen.Add(name, name);
            }
            else if (other != name)
            {
                differing.Add(name.ToUpperInvariant());
            }
        }

        return differing;
    }

    private sealed record Closures(Hash128 All, Hash128[] Hashes);
}
