using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>
/// SYN2008 where several steps return the type: <c>[From(nameof(…))]</c>, one offer a step. SYN2019: the question mark; what
/// the method does without the value is the author's to write.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepInputFix))]
[Shared]
public sealed class StepInputFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.InputHasNoProducer, RuleIds.SkippableOutputTakenAsNonNull];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // What is wrong with a step set is said at the attribute that pulls it in, where no parameter is.
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } type } parameter || type.Span != context.Span)
        {
            return;
        }

        void Offer(string title, string key, ParameterSyntax fix) => context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(parameter, fix))), key),
            context.Diagnostics);

        if (context.Diagnostics[0].Id == RuleIds.SkippableOutputTakenAsNonNull)
        {
            var nullable = SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
            Offer($"Take '{nullable.WithoutTrivia()}'", "Nullable", parameter.WithType(nullable));
        }
        else if (context.Diagnostics[0].Properties.TryGetValue(FixProperties.Steps, out var steps))
        {
            var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
            foreach (var step in steps!.Split('\n').Select(s => new StepReference(s)))
            {
                Offer($"Take what '{step.Method}' returns", "From " + step.Method, WithFrom(parameter, step.NameOf(model!, parameter.SpanStart)));
            }
        }
    }

    private static ParameterSyntax WithFrom(ParameterSyntax parameter, ExpressionSyntax step)
    {
        var from = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("Synapse.From"),
            SyntaxFactory.AttributeArgumentList([SyntaxFactory.AttributeArgument(step)]));
        var list = SyntaxFactory.AttributeList([from])
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        parameter = parameter.WithoutLeadingTrivia();
        return parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, list));
    }
}
