namespace Synapse.CodeFixes;

/// <summary>SYN6006 of the wall clock: the time at which the run started, the same after a resume. Of chance no fix knows what names the item.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClockFix))]
[Shared]
public sealed class ClockFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnstableKey];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var clock = root!.FindNode(context.Span, getInnermostNodeForTie: true);
        var stable = model!.GetSymbolInfo(clock, context.CancellationToken).Symbol is IPropertySymbol { Name: "UtcNow", ContainingType: var type }
            ? type.Name == "DateTimeOffset" ? "UtcNow" : "UtcNow.UtcDateTime"
            : null;
        if (stable is not null && ContextParameter.InScope(model!, clock) is { } run)
        {
            context.Replace(root, clock, SyntaxFactory.ParseExpression($"{run}.{stable}").WithTriviaFrom(clock), "Use the start of the run", nameof(ClockFix));
        }
    }
}
