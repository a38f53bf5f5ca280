using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>
/// Models by declaration, kept as long as the <see cref="DeclarationFingerprint"/> stays: the compiler reruns every
/// transform at every key, and this makes a rerun one look-up, with the same instance as answer.
/// </summary>
internal sealed class Memo<TModel>(bool enabled = true)
    where TModel : class
{
    // One project compiled for several frameworks has one name and several fingerprints at a time.
    private const int GenerationsPerProject = 4;

    private readonly ConcurrentDictionary<string, Generation[]> projects = new(StringComparer.Ordinal);
    private int builds;

    /// <summary>How many models were really built; for tests of edit cost.</summary>
    public int Builds => Volatile.Read(ref builds);

    public TModel? GetOrBuild(SyntaxNode declaration, Compilation compilation, Func<TModel?> build, CancellationToken cancellation)
    {
        if (!enabled)
        {
            return Build(build);
        }

        var models = Models(compilation, DeclarationFingerprint.Of(compilation, cancellation));
        var key = DeclarationKey.Of(declaration);
        if (!models.TryGetValue(key, out var model))
        {
            model = models.GetOrAdd(key, Build(build));
        }

        return model;
    }

    private TModel? Build(Func<TModel?> build)
    {
        Interlocked.Increment(ref builds);
        return build();
    }

    private ConcurrentDictionary<string, TModel?> Models(Compilation compilation, Hash128 fingerprint)
    {
        var project = compilation.AssemblyName ?? string.Empty;
        var generations = projects.GetOrAdd(project, _ => []);
        foreach (var generation in generations)
        {
            if (generation.Fingerprint.Equals(fingerprint))
            {
                return generation.Models;
            }
        }

        // A race loses one generation, which costs a rebuild and nothing else.
        var fresh = new Generation(fingerprint);
        projects[project] = [fresh, .. generations.Take(GenerationsPerProject - 1)];
        return fresh.Models;
    }

    private sealed class Generation(Hash128 fingerprint)
    {
        public Hash128 Fingerprint { get; } = fingerprint;

        public ConcurrentDictionary<string, TModel?> Models { get; } = new(StringComparer.Ordinal);
    }
}
