namespace Synapse.CodeFixes;

/// <summary>
/// SYN1007 and SYN2020: removes the attribute that is one too many, or that nothing reads. SYN2020 on steps of a class that
/// is nothing: marks it <c>[StepSet]</c>, and its steps public, as those of a set have to be.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrayAttributeFix))]
[Shared]
public sealed class StrayAttributeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.TwoActionAttributes, RuleIds.AttributeHasNoEffect];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root!.FindNode(context.Span);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Remove [{attribute.Name}]", _ => Task.FromResult(context.Document.WithSyntaxRoot(AttributeEdits.Remove(root, attribute))), "Remove"),
                context.Diagnostics);
        }
        else if (node is MethodDeclarationSyntax step)
        {
            context.Replace(root, step, Declarations.WithAccess(step, SyntaxKind.PublicKeyword), $"Make '{step.Identifier.Text}' public", "Public");
        }
        else if (node is ClassDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.AbstractKeyword))
        {
            var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            context.Replace(root, type, Set(type, model!, context.CancellationToken), $"Make '{type.Identifier.Text}' a step set", "StepSet");
        }
    }

    private static ClassDeclarationSyntax Set(ClassDeclarationSyntax type, SemanticModel model, CancellationToken cancellation)
    {
        var steps = type.Members.OfType<MethodDeclarationSyntax>().Where(m => AttributeEdits.Step(m, model, cancellation) is not null);
        return Declarations.Mark(type.ReplaceNodes(steps, (_, step) => Declarations.WithAccess(step, SyntaxKind.PublicKeyword)), "Synapse.StepSet");
    }
}
