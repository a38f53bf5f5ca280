using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>
/// Models by declaration, kept as long as the <see cref="DeclarationFingerprint"/> of its file stays: the compiler reruns
/// every transform at every key, and this makes a rerun one look-up, with the same instance as answer.
/// </summary>
internal sealed class Memo<TModel>(bool enabled = true)
    where TModel : class
{
    private readonly ConcurrentDictionary<string, MemoOfProject<TModel>> projects = new(StringComparer.Ordinal);
    private int asked;
    private int builds;

    /// <summary>How often it was asked for a model; for tests of edit cost.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>How many models were really built; for tests of edit cost.</summary>
    public int Builds => Volatile.Read(ref builds);

    /// <summary>How many declarations it has models of.</summary>
    public int Count => projects.Values.Sum(p => p.Count);

    public TModel? GetOrBuild(SyntaxNode declaration, Compilation compilation, Func<TModel?> build, CancellationToken cancellation)
    {
        Interlocked.Increment(ref asked);
        if (!enabled)
        {
            return Build(build);
        }

        var project = projects.GetOrAdd(compilation.AssemblyName ?? string.Empty, _ => new(compilation));
        if (project.IsFirst(compilation, cancellation, out var first))
        {
            return first.GetOrBuild(declaration, () => Build(build));
        }

        var fingerprint = DeclarationFingerprint.Of(declaration.SyntaxTree, compilation, cancellation);
        var models = project.Of(declaration, compilation);
        return models.TryGet(fingerprint, out var model) ? model : models.Add(fingerprint, Build(build));
    }

    private TModel? Build(Func<TModel?> build)
    {
        Interlocked.Increment(ref builds);
        return build();
    }
}
