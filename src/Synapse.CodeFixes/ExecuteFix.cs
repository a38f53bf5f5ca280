using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>SYN1003: adds a method <c>ExecuteAsync</c> with the context of the action's kind. What it does is the author's to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExecuteFix))]
[Shared]
public sealed class ExecuteFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ActionHasNeitherExecuteNorSteps];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span) is TypeDeclarationSyntax type && model.GetDeclaredSymbol(type, context.CancellationToken) is { } symbol)
        {
            var method = SyntaxFactory.ParseMemberDeclaration($$"""
                public global::System.Threading.Tasks.Task ExecuteAsync({{ContextParameter.TypeFor(symbol)}} run, global::System.Threading.CancellationToken ct)
                {
                    throw new global::System.NotImplementedException();
                }
                """)!.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
            context.Replace(root, type, Declarations.Add(type, method), "Add 'ExecuteAsync'", nameof(ExecuteFix));
        }
    }
}
