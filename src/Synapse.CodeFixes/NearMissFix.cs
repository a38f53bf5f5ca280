namespace Synapse.CodeFixes;

/// <summary>
/// SYN1005, SYN2007, SYN2008 where something is near: the parameter asks for what there is, be it the context of this kind
/// of action; or the step that nearly returns it does; or this step waits for the one that returns it. A parameter
/// by reference becomes one by value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearMissFix))]
[Shared]
public sealed class NearMissFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [RuleIds.ExecuteCannotBeWired, RuleIds.RollbackAsksForOther, RuleIds.InputHasNoProducer];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } asked } parameter || asked.Span != context.Span)
        {
            return;
        }

        var diagnostic = context.Diagnostics[0];
        if (diagnostic.Property(FixProperties.Type) is { } type)
        {
            var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            var wanted = Offers.Type(type).WithTriviaFrom(asked);
            context.Replace(root, asked, wanted, $"Ask for '{Shown(type, model!, asked.SpanStart)}'", "Ask");
            if (diagnostic.Property(FixProperties.Producer) is { } producer && diagnostic.Property(FixProperties.Returned) is { } returned && Method(parameter, producer) is { } step)
            {
                OfferToReturn(context, root, step, returned, model!);
            }
        }

        if (diagnostic.Property(FixProperties.After) is { } after && parameter.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } waiting)
        {
            var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            if (AttributeEdits.Step(waiting, model!, context.CancellationToken) is { } attribute)
            {
                var reference = new StepReference(after);
                context.Replace(root, attribute, AttributeEdits.Set(attribute, "After", reference.NameOf(model!, attribute.SpanStart)), $"Run it after '{reference.Method}'", "After");
            }
        }

        if (parameter.Modifiers.FirstOrDefault(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.OutKeyword) is { RawKind: not 0 } keyword)
        {
            var byValue = parameter.WithModifiers(default).WithType(asked).WithLeadingTrivia(parameter.GetLeadingTrivia());
            context.Replace(root, parameter, byValue, $"Remove '{keyword.Text}'", "ByValue");
        }
    }

    private static void OfferToReturn(CodeFixContext context, SyntaxNode root, MethodDeclarationSyntax step, string returned, SemanticModel model)
    {
        // Within a task its result is what is returned.
        var written = step.ReturnType is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } task ? task.TypeArgumentList.Arguments[0] : step.ReturnType;
        context.Replace(root, written, Offers.Type(returned).WithTriviaFrom(written), $"Let '{step.Identifier.Text}' return '{Shown(returned, model, step.SpanStart)}'", "Return");
    }

    private static MethodDeclarationSyntax? Method(ParameterSyntax parameter, string name) =>
        parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == name);

    private static string Shown(string type, SemanticModel model, int position) =>
        model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseTypeName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Type?.ToMinimalDisplayString(model, position) + (type.EndsWith("?", StringComparison.Ordinal) ? "?" : string.Empty);
}
