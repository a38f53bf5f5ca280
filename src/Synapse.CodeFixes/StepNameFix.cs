namespace Synapse.CodeFixes;

/// <summary>SYN2003: <c>nameof</c> of the step whose name is closest to what was written. Where none is near, nothing is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepNameFix))]
[Shared]
public sealed class StepNameFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.AnchorIsNoStep];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var known = context.Diagnostics[0].Properties;
        if (!known.TryGetValue(FixProperties.Name, out var written) || !known.TryGetValue(FixProperties.Steps, out var steps) ||
            EditDistance.Closest(written!, steps!.Split('\n').Select(s => new StepReference(s)), s => s.Method) is not { } closest)
        {
            return;
        }

        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // The finding may stand at the whole attribute; the name is the first constant in it that says what was written.
        var name = root?.FindNode(context.Span).DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(e => model!.GetConstantValue(e, context.CancellationToken) is { HasValue: true, Value: string value } && value == written);
        if (name is null)
        {
            return;
        }

        var fix = closest.NameOf(model!, name.SpanStart).WithTriviaFrom(name);
        context.RegisterCodeFix(
            CodeAction.Create($"Use nameof({closest.Method})", _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(name, fix))), nameof(StepNameFix)),
            context.Diagnostics);
    }
}
