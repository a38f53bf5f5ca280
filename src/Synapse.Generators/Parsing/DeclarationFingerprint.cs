using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Parsing;

/// <summary>
/// Hash of everything a model may be read from: declarations, doc comments, directives, options and references, but no
/// bodies. Two compilations of one fingerprint declare the same, so what was parsed from one holds for the other.
/// </summary>
internal static class DeclarationFingerprint
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<Hash128>> OfCompilations = new();
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<ulong>> OfReferences = new();
    private static long lastReference;

    public static Hash128 Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!OfCompilations.TryGetValue(compilation, out var known))
        {
            var computed = new StrongBox<Hash128>(Compute(compilation, cancellation));
            known = OfCompilations.GetValue(compilation, _ => computed);
        }

        return known.Value;
    }

    private static Hash128 Compute(Compilation compilation, CancellationToken cancellation)
    {
        var hash = default(Hash128);
        hash.Add(compilation.AssemblyName);
        AddOptions(ref hash, compilation.Options);
        foreach (var reference in compilation.References)
        {
            hash.Add(OfReference(reference, cancellation));
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.Add(TreeFingerprint.Of(tree, cancellation));
        }

        return hash;
    }

    // Only what changes how declarations are read: warning levels and the like come and go without effect on a model.
    private static void AddOptions(ref Hash128 hash, CompilationOptions options)
    {
        hash.Add((ulong)options.OutputKind);
        hash.Add((ulong)options.NullableContextOptions);
        hash.Add((ulong)options.MetadataImportOptions);
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
