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
            Offer(context, root, property, $"Remove the initializer of '{name}'", ParamPresence.WithoutInitializer(property));
            Offer(context, root, property, $"Make '{name}' optional", ParamPresence.WithoutRequired(property));
        }
        else
        {
            Offer(context, root, property, $"Make '{name}' required", ParamPresence.WithRequired(ParamPresence.WithoutInitializer(property)));
            Offer(context, root, property, $"Make '{name}' nullable", ParamPresence.Nullable(ParamPresence.WithoutInitializer(property)));
        }
    }

    private static void Offer(CodeFixContext context, SyntaxNode root, PropertyDeclarationSyntax before, string title, PropertyDeclarationSyntax after) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))),
                title.Replace($"'{before.Identifier.Text}'", string.Empty)),
            context.Diagnostics);
}
