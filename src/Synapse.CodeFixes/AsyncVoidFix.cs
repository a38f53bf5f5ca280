namespace Synapse.CodeFixes;

/// <summary>SYN2013, and SYN1005 of an Execute: <c>async void</c> becomes <c>async Task</c>, which can be waited for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidFix))]
[Shared]
public sealed class AsyncVoidFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.StepIsAsyncVoid, RuleIds.ExecuteCannotBeWired];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span) is MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } type } method &&
            method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            context.Replace(root, type, Offers.Type("global::System.Threading.Tasks.Task").WithTriviaFrom(type), "Return Task", nameof(AsyncVoidFix));
        }
    }
}
