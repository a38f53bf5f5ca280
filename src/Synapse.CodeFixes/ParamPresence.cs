namespace Synapse.CodeFixes;

/// <summary>Edits of whether a param must be given, and what it is when it is not.</summary>
internal static class ParamPresence
{
    public static PropertyDeclarationSyntax WithoutInitializer(PropertyDeclarationSyntax property) => property.Initializer is null
        ? property
        : property
            .WithAccessorList(property.AccessorList!.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia))
            .WithInitializer(null)
            .WithSemicolonToken(default);

    // The first modifier carries the comments and indentation of the whole property.
    public static PropertyDeclarationSyntax WithoutRequired(PropertyDeclarationSyntax property)
    {
        var required = property.Modifiers.First(m => m.IsKind(SyntaxKind.RequiredKeyword));
        var rest = property.Modifiers.Remove(required);
        return property.WithModifiers(rest).WithLeadingTrivia(property.GetLeadingTrivia());
    }

    public static PropertyDeclarationSyntax WithRequired(PropertyDeclarationSyntax property) =>
        property.AddModifiers(SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    public static PropertyDeclarationSyntax Nullable(PropertyDeclarationSyntax property) =>
        property.WithType(SyntaxFactory.NullableType(property.Type.WithoutTrailingTrivia()).WithTrailingTrivia(property.Type.GetTrailingTrivia()));

    public static PropertyDeclarationSyntax WithInitializer(PropertyDeclarationSyntax property, string value) => property
        .WithAccessorList(property.AccessorList!.WithTrailingTrivia(SyntaxFactory.Space))
        .WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ParseExpression(value)))
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(property.AccessorList!.GetTrailingTrivia()));
}
