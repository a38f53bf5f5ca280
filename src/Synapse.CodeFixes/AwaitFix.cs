namespace Synapse.CodeFixes;

/// <summary>SYN6003: awaits the task, and makes the method asynchronous where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
[Shared]
public sealed class AwaitFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.BlockingWait];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => FixAllInDocument.By(FixAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Await the task", cancellation => FixAsync(context.Document, [context.Span], cancellation), nameof(AwaitFix)),
            context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(Document document, Microsoft.CodeAnalysis.Text.TextSpan[] spans, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var waiting = new HashSet<MethodDeclarationSyntax>();
        foreach (var span in spans)
        {
            if (editor.OriginalRoot.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax wait || wait.Span != span)
            {
                continue;
            }

            var isPart = wait.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax;
            editor.ReplaceNode(wait, (current, _) => Awaiting((ExpressionSyntax)current, isPart));
            var function = wait.Ancestors().First(n => n is MethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
            if (function is MethodDeclarationSyntax method && !method.Modifiers.Any(SyntaxKind.AsyncKeyword) && waiting.Add(method))
            {
                editor.ReplaceNode(method, (current, _) => Async((MethodDeclarationSyntax)current));
            }
        }

        return editor.GetChangedDocument();
    }

    private static ExpressionSyntax Awaiting(ExpressionSyntax wait, bool isPart)
    {
        var task = wait switch
        {
            MemberAccessExpressionSyntax result => result.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll" } all } call =>
                call.WithExpression(all.WithName(SyntaxFactory.IdentifierName("WhenAll"))),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } single } => single.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax awaiter } } } => awaiter.Expression,
            _ => wait,
        };
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        return (isPart ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(wait);
    }

    private static MethodDeclarationSyntax Async(MethodDeclarationSyntax method)
    {
        var isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var leading = method.Modifiers.Count > 0 ? default : method.ReturnType.GetLeadingTrivia();
        var type = Offers.Type(isVoid ? "global::System.Threading.Tasks.Task" : $"global::System.Threading.Tasks.Task<{method.ReturnType.WithoutTrivia()}>").WithTrailingTrivia(method.ReturnType.GetTrailingTrivia());
        var async = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space);
        return method.WithReturnType(type).WithModifiers(method.Modifiers.Add(async));
    }
}
