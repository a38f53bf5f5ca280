using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>Edits of type declarations that keep what is written around them.</summary>
internal static class Declarations
{
    /// <summary>The type, and the types that it is nested in.</summary>
    public static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(r => r.GetSyntax(cancellation) is TypeDeclarationSyntax t && t.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        // Without other modifiers, comments and indentation stand before the keyword 'class'.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)]);
    }

    /// <summary>The method with another accessibility, whatever it had.</summary>
    public static MethodDeclarationSyntax WithAccess(MethodDeclarationSyntax method, SyntaxKind access)
    {
        var kept = method.Modifiers.Where(m => m.Kind() is not (SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PublicKeyword));
        var lists = method.AttributeLists;
        var start = lists.Count > 0 ? default : method.GetLeadingTrivia();
        var bare = method.WithAttributeLists(default).WithModifiers(default).WithoutLeadingTrivia();
        var token = SyntaxFactory.Token(access).WithTrailingTrivia(SyntaxFactory.Space);
        return bare.WithModifiers([token.WithLeadingTrivia(start), .. kept.Select(m => m.WithLeadingTrivia())]).WithAttributeLists(lists).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Puts an attribute on a line of its own before the type.</summary>
    public static T Mark<T>(T type, string attribute)
        where T : TypeDeclarationSyntax
    {
        var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.ParseName(attribute)).WithAdditionalAnnotations(Simplifier.Annotation)])
            .WithLeadingTrivia(type.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        type = type.WithoutLeadingTrivia();
        return (T)type.WithAttributeLists(type.AttributeLists.Insert(0, list));
    }

    /// <summary>Adds a member at the end, with braces where there are none yet.</summary>
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax type, MemberDeclarationSyntax member)
    {
        if (type.SemicolonToken.IsKind(SyntaxKind.SemicolonToken))
        {
            type = type
                .WithSemicolonToken(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        var blank = type.Members.Count > 0 ? member.WithLeadingTrivia(SyntaxFactory.ElasticLineFeed) : member;
        return type.WithMembers(type.Members.Add(blank.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)));
    }
}
