using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>
/// The models of a project's first compilation, which get a <see cref="DeclarationFingerprint"/> only when there is a
/// second: a build has none, and there all hashing would be for nothing.
/// </summary>
internal sealed class FirstModels<TModel>(Compilation compilation)
    where TModel : class
{
    private readonly ConcurrentDictionary<SyntaxNode, TModel?> models = new();

    public Compilation Compilation => compilation;

    public IEnumerable<KeyValuePair<SyntaxNode, TModel?>> All => models;

    public TModel? GetOrBuild(SyntaxNode declaration, Func<TModel?> build) => models.GetOrAdd(declaration, _ => build());
}
