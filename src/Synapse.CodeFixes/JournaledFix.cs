namespace Synapse.CodeFixes;

/// <summary>SYN2016: marks the loop's result <c>[Journaled]</c>, wherever it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JournaledFix))]
[Shared]
public sealed class JournaledFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LoopResultHasNoCodec];

    /// <summary>None: several loops may have one result, and it can be marked once only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var call = root!.FindNode(context.Span).FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (call is null || model!.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { TypeArguments.Length: 2 } loop || loop.TypeArguments[1] is not INamedTypeSymbol { IsGenericType: false } result ||
            result.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || result.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create($"Mark '{result.Name}' [Journaled]", cancellation => FixAsync(context.Document.Project.Solution, declaration, cancellation), nameof(JournaledFix)),
            context.Diagnostics);
    }

    private static async Task<Solution> FixAsync(Solution solution, SyntaxReference declaration, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        var document = await editor.GetDocumentEditorAsync(solution.GetDocumentId(declaration.SyntaxTree), cancellation).ConfigureAwait(false);
        document.ReplaceNode(
            await declaration.GetSyntaxAsync(cancellation).ConfigureAwait(false),
            (node, _) => Declarations.Mark((TypeDeclarationSyntax)node, "Synapse.Journaled"));
        return editor.GetChangedSolution();
    }
}
