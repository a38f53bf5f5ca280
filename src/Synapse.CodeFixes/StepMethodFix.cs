using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>
/// SYN2006 where the method is missing, and the compiler's CS0103 where <c>nameof</c> names it: adds the rollback or skip
/// method behind its step, with the parameters that it can ask for.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMethodFix))]
[Shared]
public sealed class StepMethodFix : CodeFixProvider
{
    private const string NoSuchName = "CS0103";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.StepMethodMissing, NoSuchName];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => FixAllInDocument.By(FixAsync);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        // Of an action our own rule says it as well, at the same place; of a set it does so elsewhere.
        if (context.Diagnostics[0].Id == NoSuchName && root!.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !MissingStepMethod.IsSet(type, model!, context.CancellationToken))
        {
            return;
        }

        if (MissingStepMethod.At(root!.FindNode(context.Span, getInnermostNodeForTie: true), model!, context.CancellationToken) is { } missing)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Add method '{missing.Name}'", cancellation => FixAsync(context.Document, [context.Span], cancellation), nameof(StepMethodFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Document> FixAsync(Document document, Microsoft.CodeAnalysis.Text.TextSpan[] spans, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var added = new HashSet<(SyntaxNode?, string)>();
        foreach (var span in spans)
        {
            // Two steps may name one method, and a method can be added once.
            if (MissingStepMethod.At(editor.OriginalRoot.FindNode(span, getInnermostNodeForTie: true), editor.SemanticModel, cancellation) is { } missing &&
                added.Add((missing.Step.Parent, missing.Name)))
            {
                var method = SyntaxFactory.ParseMemberDeclaration(missing.Text)!.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
                var lineEnd = missing.Step.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(SyntaxFactory.ElasticLineFeed).ToArray();
                editor.InsertAfter(missing.Step, method.WithLeadingTrivia(lineEnd).WithTrailingTrivia(lineEnd));
                editor.ReplaceNode(missing.Written, SyntaxFactory.ParseExpression($"nameof({missing.Name})").WithTriviaFrom(missing.Written));
            }
        }

        return editor.GetChangedDocument();
    }
}
