using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Synapse.CodeFixes.Refactorings;

/// <summary>Turns the name of a method in an attribute of steps from a text into <c>nameof</c>, which a rename follows.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(NameOfRefactoring))]
[Shared]
public sealed class NameOfRefactoring : CodeRefactoringProvider
{
    private static readonly string[] Attributes = ["Synapse.StepAttribute", "Synapse.FromAttribute"];

    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span, getInnermostNodeForTie: true) is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var name, Parent: AttributeArgumentSyntax argument } literal ||
            argument.NameEquals is { Name.Identifier.ValueText: not ("Before" or "After" or "Rollback" or "SkipWhen") } || !SyntaxFacts.IsValidIdentifier(name))
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var attribute = model!.GetTypeInfo(argument.FirstAncestorOrSelf<AttributeSyntax>()!, context.CancellationToken).Type?.ToDisplayString();
        var owner = argument.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration, context.CancellationToken) : null;
        if (Array.IndexOf(Attributes, attribute) >= 0 && owner?.GetMembers(name).OfType<IMethodSymbol>().Any() == true)
        {
            var written = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
            context.RegisterRefactoring(CodeAction.Create(
                $"Use nameof({name})",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, SyntaxFactory.ParseExpression($"nameof({written})").WithTriviaFrom(literal)))),
                nameof(NameOfRefactoring)));
        }
    }
}
