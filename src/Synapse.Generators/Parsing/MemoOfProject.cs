using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>A project's models by declaration; forgets declarations that are gone.</summary>
internal sealed class MemoOfProject<TModel>(Compilation firstCompilation)
    where TModel : class
{
    // A declaration that this many compilations did not have is gone, and not just away for an undo or in one framework.
    private const int Patience = 64;

    private readonly ConcurrentDictionary<string, ModelsOfDeclaration> declarations = new(StringComparer.Ordinal);

    // A file that was not edited has the very nodes of before: most look-ups need no name.
    private readonly ConditionalWeakTable<SyntaxNode, ModelsOfDeclaration> known = new();
    private readonly WeakReference<Compilation?> last = new(null);
    private FirstModels<TModel>? first = new(firstCompilation);
    private int compilations;

    public int Count => declarations.Count;

    /// <summary>Whether the compilation is the only one so far; at the second, the models of the first are kept like all others.</summary>
    public bool IsFirst(Compilation compilation, CancellationToken cancellation, [NotNullWhen(true)] out FirstModels<TModel>? models)
    {
        models = Volatile.Read(ref first);
        if (models is null || models.Compilation == compilation)
        {
            return models is not null;
        }

        lock (declarations)
        {
            if (first == models)
            {
                Keep(models, cancellation);
                Volatile.Write(ref first, null);
            }
        }

        models = null;
        return false;
    }

    // Cancelled half-way it starts again. What the first compilation still asks for meanwhile is built once more.
    private void Keep(FirstModels<TModel> models, CancellationToken cancellation)
    {
        foreach (var known in models.All)
        {
            var fingerprint = DeclarationFingerprint.Of(known.Key.SyntaxTree, models.Compilation, cancellation);
            var kept = Of(known.Key, models.Compilation);
            if (!kept.TryGet(fingerprint, out _))
            {
                kept.Add(fingerprint, known.Value);
            }
        }
    }

    public ModelsOfDeclaration Of(SyntaxNode declaration, Compilation compilation)
    {
        // Races are harmless: a compilation is counted twice, or a declaration is forgotten early.
        if (!last.TryGetTarget(out var before) || before != compilation)
        {
            last.SetTarget(compilation);
            if (Interlocked.Increment(ref compilations) % Patience == 0)
            {
                Forget();
            }
        }

        var models = known.GetValue(declaration, node => declarations.GetOrAdd(DeclarationKey.Of(node), static _ => new()));
        models.LastSeen = Volatile.Read(ref compilations);
        return models;
    }

    private void Forget()
    {
        foreach (var declaration in declarations)
        {
            if (Volatile.Read(ref compilations) - declaration.Value.LastSeen > Patience)
            {
                declarations.TryRemove(declaration.Key, out _);
            }
        }
    }

    /// <summary>The last few models of one declaration, newest first.</summary>
    internal sealed class ModelsOfDeclaration
    {
        // One project compiled for several frameworks has one name and several fingerprints at a time.
        private const int Kept = 6;

        private (Hash128 Fingerprint, TModel? Model)[] models = [];

        public int LastSeen { get; set; }

        public bool TryGet(Hash128 fingerprint, out TModel? model)
        {
            foreach (var known in Volatile.Read(ref models))
            {
                if (known.Fingerprint.Equals(fingerprint))
                {
                    model = known.Model;
                    return true;
                }
            }

            model = null;
            return false;
        }

        // A race loses one model, which costs a rebuild and nothing else.
        public TModel? Add(Hash128 fingerprint, TModel? model)
        {
            Volatile.Write(ref models, [(fingerprint, model), .. Volatile.Read(ref models).Take(Kept - 1)]);
            return model;
        }
    }
}
