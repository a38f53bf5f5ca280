namespace Synapse.CodeFixes;

/// <summary>
/// SYN1006 and SYN2002: gives the second of two the first name that is free. SYN1009 and SYN2010: puts the nearest name that
/// is allowed in place of one that is not.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameFix))]
[Shared]
public sealed class NameFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [RuleIds.DuplicateActionName, RuleIds.DuplicateStepName, RuleIds.BadPluginText, RuleIds.BadStepName];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics[0].Property(FixProperties.Suggestion) is not { } name)
        {
            return;
        }

        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root!.FindNode(context.Span);
        var title = $"Call it '{name}'";
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            context.Replace(root, argument.Expression, Offers.Text(name).WithTriviaFrom(argument.Expression), title, nameof(NameFix));
        }
        else if (node is MemberDeclarationSyntax declaration && Attribute(declaration, model!, context.CancellationToken) is { } attribute)
        {
            context.Replace(root, attribute, Named(attribute, name), title, nameof(NameFix));
        }
    }

    private static AttributeSyntax? Attribute(MemberDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation) =>
        declaration is MethodDeclarationSyntax method && AttributeEdits.Step(method, model, cancellation) is { } step ? step : AttributeEdits.OfAction(declaration, model, cancellation);

    // A function's attribute takes the name as its one positional argument.
    private static AttributeSyntax Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null) is { } positional
            ? attribute.ReplaceNode(positional.Expression, Offers.Text(name))
            : AttributeEdits.Set(attribute, "Name", Offers.Text(name));
}
