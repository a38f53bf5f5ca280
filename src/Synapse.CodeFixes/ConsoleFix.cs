namespace Synapse.CodeFixes;

/// <summary>SYN4004: <c>run.Log.Info</c> with a hole for each value; a method that generated code calls asks for the context when it has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConsoleFix))]
[Shared]
public sealed class ConsoleFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ConsoleInAction];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => FixAllInDocument.By(FixAsync);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (Find(root!, context.Span) is { } call && LogMessage.Of(call, model!, context.CancellationToken) is not null && ContextAccess.Of(call, model!, context.CancellationToken) is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Use the log of the run", cancellation => FixAsync(context.Document, [context.Span], cancellation), nameof(ConsoleFix)),
                context.Diagnostics);
        }
    }

    private static InvocationExpressionSyntax? Find(SyntaxNode root, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Span == span ? call : null;

    private static async Task<Document> FixAsync(Document document, Microsoft.CodeAnalysis.Text.TextSpan[] spans, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var asking = new HashSet<MethodDeclarationSyntax>();
        foreach (var span in spans)
        {
            if (Find(editor.OriginalRoot, span) is { } call &&
                LogMessage.Of(call, editor.SemanticModel, cancellation) is { } arguments &&
                ContextAccess.Of(call, editor.SemanticModel, cancellation) is { } target)
            {
                editor.ReplaceNode(call, SyntaxFactory.ParseExpression($"{target.Name}.Log.Info({arguments})").WithTriviaFrom(call));
                if (target.Asks is { } method && asking.Add(method))
                {
                    var type = ContextParameter.TypeFor(editor.SemanticModel.GetDeclaredSymbol(method, cancellation)!);
                    editor.ReplaceNode(method, (current, _) => ContextParameter.Add((MethodDeclarationSyntax)current, type));
                }
            }
        }

        return editor.GetChangedDocument();
    }
}
