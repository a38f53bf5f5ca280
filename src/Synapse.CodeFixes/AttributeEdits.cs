namespace Synapse.CodeFixes;

/// <summary>Edits of attributes as they are written.</summary>
internal static class AttributeEdits
{
    /// <summary>The attribute with a named argument set: in place of the one of that name, else behind the others.</summary>
    public static AttributeSyntax Set(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        var given = attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);
        if (given is not null)
        {
            return attribute.ReplaceNode(given.Expression, value.WithTriviaFrom(given.Expression));
        }

        var argument = SyntaxFactory.AttributeArgument(value).WithNameEquals(SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = list.Arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(argument)
            : SyntaxFactory.SeparatedList([.. list.Arguments, argument], [.. list.Arguments.GetSeparators(), comma]);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>The attribute without one of its arguments; without parentheses when it was the only one.</summary>
    public static AttributeSyntax Without(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var list = attribute.ArgumentList!;
        var left = list.Arguments.Remove(argument);
        return attribute.WithArgumentList(left.Count == 0 ? null : list.WithArguments(left));
    }

    /// <summary>Removes an attribute, and its brackets when nothing else is in them.</summary>
    public static SyntaxNode Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        // The first brackets carry the comments and indentation of what they stand on.
        var owner = list.Parent!;
        var isFirst = owner.GetFirstToken() == list.GetFirstToken();
        var without = owner.RemoveNode(list, isFirst ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepLeadingTrivia)!;
        return root.ReplaceNode(owner, isFirst ? without.WithLeadingTrivia(owner.GetLeadingTrivia()) : without);
    }

    /// <summary>The attribute on a declaration that makes it an action.</summary>
    public static AttributeSyntax? OfAction(MemberDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation) =>
        declaration.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a =>
            model.GetTypeInfo(a, cancellation).Type is { Name: var name, ContainingNamespace.Name: "Synapse" } && name.EndsWith("ActionAttribute", StringComparison.Ordinal));

    public static AttributeSyntax? Step(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => model.GetTypeInfo(a, cancellation).Type?.ToDisplayString() == "Synapse.StepAttribute");
}
