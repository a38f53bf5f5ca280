namespace Synapse.CodeFixes;

/// <summary>SYN2017: names the loop after what it walks over. A loop that runs again and again needs another name each time, which no fix knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LoopNameFix))]
[Shared]
public sealed class LoopNameFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LoopsShareName];

    /// <summary>None: each name is an identity, to be read before it is taken.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Diagnostics[0].Property(FixProperties.Suggestion) is { } name && root!.FindNode(context.Span).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
        {
            context.Replace(root, call, Named(call, name), $"Name it \"{name}\"", nameof(LoopNameFix));
        }
    }

    private static InvocationExpressionSyntax Named(InvocationExpressionSyntax call, string name)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Select(a => a.Expression).OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault() is { } options)
        {
            return call.ReplaceNode(options, InOptions(options, name));
        }

        // By its name, or as the fifth by position.
        var given = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "name") ?? arguments.TakeWhile(a => a.NameColon is null).ElementAtOrDefault(4);
        if (given is not null)
        {
            return call.ReplaceNode(given.Expression, Offers.Text(name));
        }

        // All that stand before it by position stay in their place; a token by position needs its name then.
        var named = SyntaxFactory.Argument(SyntaxFactory.NameColon("name"), default, Offers.Text(name).WithLeadingTrivia(SyntaxFactory.Space));
        var at = arguments.TakeWhile(a => a.NameColon is null).Count();
        var separators = arguments.GetSeparators().ToList();
        separators.Insert(Math.Min(at, separators.Count), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList([.. arguments.Take(at), named, .. arguments.Skip(at)], separators)));
    }

    private static BaseObjectCreationExpressionSyntax InOptions(BaseObjectCreationExpressionSyntax options, string name)
    {
        if (options.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left.ToString() == "Name") is { } given)
        {
            return options.ReplaceNode(given.Right, Offers.Text(name).WithTriviaFrom(given.Right));
        }

        var set = SyntaxFactory.ParseExpression($"Name = \"{name}\"");
        var initializer = options.Initializer is { Expressions.Count: > 0 } some
            ? some.WithExpressions(SyntaxFactory.SeparatedList(
                [.. some.Expressions.Select((e, i) => i == some.Expressions.Count - 1 ? e.WithoutTrailingTrivia() : e), set.WithTrailingTrivia(some.Expressions.Last().GetTrailingTrivia())],
                [.. some.Expressions.GetSeparators().Take(some.Expressions.Count - 1), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]))
            : ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X {{ Name = \"{name}\" }}")).Initializer!.WithLeadingTrivia(SyntaxFactory.Space);
        return options.WithInitializer(initializer);
    }
}
