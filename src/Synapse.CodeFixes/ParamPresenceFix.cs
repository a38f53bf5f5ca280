using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Rules;

namespace Synapse.CodeFixes;

/// <summary>
/// SYN3006: drops the initializer or <c>required</c>. SYN3011: adds <c>required</c> or the question mark. A default is
/// not offered: which value is right only the author knows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParamPresenceFix))]
[Shared]
public sealed class ParamPresenceFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RequiredWithDefault, RuleIds.NonNullableWithoutDefault];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property)
        {
            return;
        }

        var name = property.Identifier.Text;
        if (context.Diagnostics[0].Id == RuleIds.RequiredWithDefault)
        {
            Offer(context, root, property, $"Remove the initializer of '{name}'", WithoutInitializer(property));
            Offer(context, root, property, $"Make '{name}' optional", WithoutRequired(property));
        }
        else
        {
            Offer(context, root, property, $"Make '{name}' required", WithRequired(WithoutInitializer(property)));
            Offer(context, root, property, $"Make '{name}' nullable", WithoutInitializer(property).WithType(SyntaxFactory.NullableType(property.Type.WithoutTrailingTrivia()).WithTrailingTrivia(property.Type.GetTrailingTrivia())));
        }
    }

    private static void Offer(CodeFixContext context, SyntaxNode root, PropertyDeclarationSyntax before, string title, PropertyDeclarationSyntax after) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))),
                title.Replace($"'{before.Identifier.Text}'", string.Empty)),
            context.Diagnostics);

    private static PropertyDeclarationSyntax WithoutInitializer(PropertyDeclarationSyntax property) => property.Initializer is null
        ? property
        : property
            .WithAccessorList(property.AccessorList!.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia))
            .WithInitializer(null)
            .WithSemicolonToken(default);

    // The first modifier carries the comments and indentation of the whole property.
    private static PropertyDeclarationSyntax WithoutRequired(PropertyDeclarationSyntax property)
    {
        var required = property.Modifiers.First(m => m.IsKind(SyntaxKind.RequiredKeyword));
        var rest = property.Modifiers.Remove(required);
        return property.WithModifiers(rest).WithLeadingTrivia(property.GetLeadingTrivia());
    }

    private static PropertyDeclarationSyntax WithRequired(PropertyDeclarationSyntax property) =>
        property.AddModifiers(SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space));
}
