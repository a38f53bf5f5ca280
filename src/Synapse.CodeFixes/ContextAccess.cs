namespace Synapse.CodeFixes;

/// <summary>Where a fix finds the context of the run.</summary>
/// <param name="name">What it is called there.</param>
/// <param name="asks">The method that first has to ask for it, or null when it is at hand.</param>
internal sealed class ContextAccess(string name, MethodDeclarationSyntax? asks)
{
    public string Name { get; } = name;

    public MethodDeclarationSyntax? Asks { get; } = asks;

    /// <summary>Null where there is no context and none can be asked for.</summary>
    public static ContextAccess? Of(SyntaxNode place, SemanticModel model, CancellationToken cancellation) =>
        ContextParameter.InScope(model, place) is { } name ? new(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name, asks: null)
        : ContextParameter.MayAsk(model, place, cancellation) is { } method ? new("run", method)
        : null;
}
