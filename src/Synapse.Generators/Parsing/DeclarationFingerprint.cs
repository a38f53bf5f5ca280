using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Parsing;

/// <summary>
/// Hash of everything a model may be read from: declarations, doc comments, directives, options and references, but no
/// bodies. Where it is the same, the same is declared, so what was parsed from one compilation holds for the other.
/// </summary>
internal static class DeclarationFingerprint
{
    private static readonly ConditionalWeakTable<Compilation, CompilationFacts> OfCompilations = new();
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<ulong>> OfReferences = new();
    private static long lastReference;

    /// <summary>Of all declarations of a compilation.</summary>
    public static Hash128 Of(Compilation compilation, CancellationToken cancellation) => Facts(compilation, cancellation).All;

    /// <summary>Of a file's declarations and all that they may depend on: other files' edits mostly leave it as it is.</summary>
    public static Hash128 Of(SyntaxTree tree, Compilation compilation, CancellationToken cancellation) => Facts(compilation, cancellation).Of(tree);

    private static CompilationFacts Facts(Compilation compilation, CancellationToken cancellation)
    {
        if (!OfCompilations.TryGetValue(compilation, out var known))
        {
            var computed = new CompilationFacts(compilation, Settings(compilation, cancellation), cancellation);
            known = OfCompilations.GetValue(compilation, _ => computed);
        }

        return known;
    }

    private static Hash128 Settings(Compilation compilation, CancellationToken cancellation)
    {
        var hash = default(Hash128);
        hash.Add(compilation.AssemblyName);
        AddOptions(ref hash, compilation.Options);
        foreach (var reference in compilation.References)
        {
            hash.Add(OfReference(reference, cancellation));
            foreach (var alias in reference.Properties.Aliases)
            {
                hash.Add(alias);
            }
        }

        return hash;
    }

    // Only what changes how declarations are read: warning levels and the like come and go without effect on a model.
    private static void AddOptions(ref Hash128 hash, CompilationOptions options)
    {
        hash.Add((ulong)options.OutputKind);
        hash.Add((ulong)options.NullableContextOptions);
        hash.Add((ulong)options.MetadataImportOptions);
        hash.Add(options.CheckOverflow ? 1UL : 0UL);
        hash.Add(options.MainTypeName);
        hash.Add(options.ModuleName);
        if (options is CSharpCompilationOptions { Usings: var usings, AllowUnsafe: var allowUnsafe })
        {
            hash.Add(allowUnsafe ? 1UL : 0UL);
            foreach (var @using in usings)
            {
                hash.Add(@using);
            }
        }
    }

    private static Hash128 OfReference(MetadataReference reference, CancellationToken cancellation)
    {
        // In an editor a referenced project is a compilation that changes with every key; its bodies do not matter either.
        if (reference is CompilationReference { Compilation: var referenced })
        {
            return Of(referenced, cancellation);
        }

        var hash = default(Hash128);
        hash.Add(OfReferences.GetValue(reference, _ => new((ulong)Interlocked.Increment(ref lastReference))).Value);
        return hash;
    }
}
