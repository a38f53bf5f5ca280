namespace Synapse.CodeFixes;

/// <summary>SYN2004, SYN2005, SYN2022: takes the setting back that cannot be obeyed, so that its default counts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepSettingFix))]
[Shared]
public sealed class StepSettingFix : CodeFixProvider
{
    private static readonly string[] Anchors = ["Before", "After"];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [RuleIds.StepOrderHasCycle, RuleIds.StepWeightNotPositive, RuleIds.StepPolicyOutOfRange];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root!.FindNode(context.Span);
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } setting)
        {
            Offer(context, root, setting);
        }
        else if (node is MethodDeclarationSyntax method && AttributeEdits.Step(method, model!, context.CancellationToken)?.ArgumentList is { } list)
        {
            // Where a cycle is to be cut is the author's choice among those that start at this step.
            foreach (var anchor in list.Arguments.Where(a => Anchors.Contains(a.NameEquals?.Name.Identifier.ValueText)))
            {
                Offer(context, root, anchor);
            }
        }
    }

    private static void Offer(CodeFixContext context, SyntaxNode root, AttributeArgumentSyntax setting)
    {
        var attribute = setting.FirstAncestorOrSelf<AttributeSyntax>()!;
        var name = setting.NameEquals?.Name.Identifier.ValueText;
        context.Replace(root, attribute, AttributeEdits.Without(attribute, setting), $"Remove '{name}'", "Remove " + name);
    }
}
