using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes.Refactorings;

/// <summary>Turns Execute into steps: what is selected becomes one, what stands before and after it others.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(StepsRefactoring))]
[Shared]
public sealed class StepsRefactoring : CodeRefactoringProvider
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (context.Span.IsEmpty || root!.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Identifier.ValueText: "Execute" or "ExecuteAsync", Body: not null, Parent: ClassDeclarationSyntax owner } method ||
            AttributeEdits.OfAction(owner, model!, context.CancellationToken) is not { } attribute || model!.GetTypeInfo(attribute, context.CancellationToken).Type?.Name == "DeploymentActionAttribute" ||
            new ExecuteCut(model!, method, context.CancellationToken).At(context.Span) is not { } parts)
        {
            return;
        }

        context.RegisterRefactoring(CodeAction.Create(
            $"Turn into {parts.Count} steps",
            cancellation => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, Steps(parts, method, model!, cancellation)))),
            nameof(StepsRefactoring)));
    }

    private static IEnumerable<SyntaxNode> Steps(List<ExecutePart> parts, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetDeclaredSymbol(method, cancellation)!;
        var taken = new HashSet<string>(symbol.ContainingType.MemberNames.Concat(["Steps", "Progress", "Descriptor", "Wiring", symbol.ContainingType.Name]), StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var name = part.Value is { } value ? "Get" + char.ToUpperInvariant(value.Name[0]) + value.Name.Substring(1) : i == 0 ? "Prepare" : i < parts.Count - 1 ? "Work" : "Finish";
            while (!taken.Add(name))
            {
                name += "Step";
            }

            var step = SyntaxFactory.ParseMemberDeclaration($"[global::Synapse.Step]\nprivate {Returned(part, i == parts.Count - 1, method, symbol, model, cancellation)} {name}({Parameters(part, method, symbol, parts, model, cancellation)})\n{{\n}}\n")!;
            StatementSyntax[] statements = [WithoutBlankLine(part.Statements[0]), .. part.Statements.Skip(1)];
            var body = SyntaxFactory.Block(part.Value is null ? statements : [.. statements, SyntaxFactory.ParseStatement($"return {part.Value.Name};\n")]);
            yield return ((MethodDeclarationSyntax)step).WithBody(body)
                .WithLeadingTrivia(i == 0 ? method.GetLeadingTrivia() : [SyntaxFactory.ElasticLineFeed])
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        }
    }

    private static StatementSyntax WithoutBlankLine(StatementSyntax statement) =>
        statement.WithLeadingTrivia(statement.GetLeadingTrivia().SkipWhile(t => t.IsKind(SyntaxKind.EndOfLineTrivia)));

    private static string Returned(ExecutePart part, bool isLast, MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, CancellationToken cancellation)
    {
        if (isLast && !symbol.IsAsync)
        {
            return method.ReturnType.ToString();
        }

        var type = isLast ? (symbol.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.ToDisplayString(Full) : part.Value is null ? null : TypeOf(part.Value, model, cancellation);
        return part.Awaits ? "async global::System.Threading.Tasks.Task" + (type is null ? string.Empty : $"<{type}>") : type ?? "void";
    }

    private static string Parameters(ExecutePart part, MethodDeclarationSyntax method, IMethodSymbol symbol, List<ExecutePart> parts, SemanticModel model, CancellationToken cancellation)
    {
        var values = parts.Select(p => p.Value).OfType<ILocalSymbol>().Where(v => part.Reads.Contains(v, SymbolEqualityComparer.Default)).Select(v => $"{TypeOf(v, model, cancellation)} {v.Name}");
        var given = method.ParameterList.Parameters.Where((_, i) => part.Reads.Contains(symbol.Parameters[i], SymbolEqualityComparer.Default)).Select(p => p.WithDefault(null).ToString());
        return string.Join(", ", values.Concat(given));
    }

    // Of 'var' the compiler says that it may be null, whatever it starts with.
    private static string TypeOf(ILocalSymbol local, SemanticModel model, CancellationToken cancellation)
    {
        var isNeverNull = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true }, Initializer.Value: { } initial } &&
            model.GetTypeInfo(initial, cancellation).Nullability.FlowState == NullableFlowState.NotNull;
        return (isNeverNull && local.Type.IsReferenceType ? local.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : local.Type).ToDisplayString(Full);
    }
}
