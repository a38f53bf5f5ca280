using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes.Refactorings;

/// <summary>Gives a step a rollback: the setting, and the method with the parameters that it can ask for.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RollbackRefactoring))]
[Shared]
public sealed class RollbackRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var method = root!.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var isAtHead = method is not null && context.Span.End <= (method.Body?.SpanStart ?? method.ExpressionBody?.SpanStart ?? method.Span.End);
        if (!isAtHead || AttributeEdits.Step(method!, model!, context.CancellationToken) is not { } step ||
            step.ArgumentList?.Arguments.Any(a => a.NameEquals?.Name.Identifier.ValueText == "Rollback") == true ||
            model!.GetDeclaredSymbol(method!, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var name = "Undo" + symbol.Name;
        while (!symbol.ContainingType.GetMembers(name).IsEmpty)
        {
            name += "Step";
        }

        context.RegisterRefactoring(CodeAction.Create($"Add rollback '{name}'", _ => Task.FromResult(Refactor(context.Document, root, method!, step, symbol, name)), nameof(RollbackRefactoring)));
    }

    private static Document Refactor(Document document, SyntaxNode root, MethodDeclarationSyntax method, AttributeSyntax step, IMethodSymbol symbol, string name)
    {
        var named = method.ReplaceNode(step, AttributeEdits.Set(step, "Rollback", SyntaxFactory.ParseExpression($"nameof({name})")));
        var rollback = SyntaxFactory.ParseMemberDeclaration(MissingStepMethod.RollbackOf(symbol, name))!
            .WithLeadingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(method, [named, rollback]));
    }
}
