using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>What most fixes do: put one node in place of another.</summary>
internal static class Offers
{
    public static void Replace(this CodeFixContext context, SyntaxNode root, SyntaxNode before, SyntaxNode after, string title, string key) => context.RegisterCodeFix(
        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))), key),
        context.Diagnostics);

    public static string? Property(this Diagnostic diagnostic, string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>A type by its full name, shortened where it is put.</summary>
    public static TypeSyntax Type(string fullName) => SyntaxFactory.ParseTypeName(fullName).WithAdditionalAnnotations(Simplifier.Annotation);

    public static ExpressionSyntax Text(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
