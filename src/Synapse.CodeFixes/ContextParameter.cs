using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>The context of the run, as code at some place of an action has it or can ask for it.</summary>
internal static class ContextParameter
{
    private const string Suffix = "ActionAttribute";

    /// <summary>The full name of the context that the action's kind has; that of every action for other classes.</summary>
    public static string TypeFor(ISymbol action)
    {
        var kind = action.GetAttributes().Select(a => a.AttributeClass!).FirstOrDefault(a => a.Name.EndsWith(Suffix, StringComparison.Ordinal) && a.ContainingNamespace.ToDisplayString() == "Synapse")?.Name;
        return "global::Synapse." + (kind is null ? "Action" : kind == "PluginActionAttribute" ? "Run" : kind.Substring(0, kind.Length - Suffix.Length)) + "Context";
    }

    /// <summary>A name in scope that stands for the context, parameters first; null when there is none.</summary>
    public static string? InScope(SemanticModel model, SyntaxNode place)
    {
        var symbols = model.LookupSymbols(place.SpanStart);
        var isStatic = place.Ancestors().Any(n => n is MemberDeclarationSyntax member and not BaseTypeDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword));
        return symbols.FirstOrDefault(s => s is IParameterSymbol parameter && IsContext(parameter.Type) && !(isStatic && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }))?.Name
            ?? symbols.FirstOrDefault(s => s is IFieldSymbol field && IsContext(field.Type) && (field.IsStatic || !isStatic) || s is IPropertySymbol property && IsContext(property.Type) && (property.IsStatic || !isStatic))?.Name;
    }

    /// <summary>The method around, when generated code calls it: then it may ask for the context.</summary>
    public static MethodDeclarationSyntax? MayAsk(SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        var method = place.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var hasBarrier = place.Ancestors().TakeWhile(n => n != method).Any(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && IsStatic(n));
        return method is not null && !hasBarrier && model.GetDeclaredSymbol(method, cancellation) is { } symbol && IsWired(symbol) && symbol.Parameters.All(p => p.Name != "run") ? method : null;
    }

    /// <summary>The method with the context as a further parameter, before a token at its end.</summary>
    public static MethodDeclarationSyntax Add(MethodDeclarationSyntax method, string type)
    {
        var parameters = method.ParameterList.Parameters;
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier("run"))
            .WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space).WithAdditionalAnnotations(Simplifier.Annotation));
        var isLastToken = parameters.LastOrDefault()?.Type?.ToString() is "CancellationToken";
        var at = isLastToken ? parameters.Count - 1 : parameters.Count;
        var all = parameters.Insert(at, parameter);
        var separators = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), all.Count - 1);
        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(all.ToArray(), separators)));
    }

    public static string TypeFor(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass?.Name.EndsWith(Suffix, StringComparison.Ordinal) == true) ? TypeFor((ISymbol)method) : TypeFor(method.ContainingType);

    public static bool IsContext(ITypeSymbol type) =>
        type.ToDisplayString(NullableFlowState.None) == "Synapse.ActionContext" || type.BaseType?.ToDisplayString() == "Synapse.ActionContext";

    private static bool IsStatic(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsWired(IMethodSymbol method) =>
        method.GetAttributes().Any(a => a.AttributeClass is { } type && (type.ToDisplayString() == "Synapse.StepAttribute" || type.Name.EndsWith(Suffix, StringComparison.Ordinal))) ||
        method.Name is "Execute" or "ExecuteAsync" && TypeFor((ISymbol)method.ContainingType) != "global::Synapse.ActionContext" ||
        method.ContainingType.GetMembers().OfType<IMethodSymbol>().SelectMany(m => m.GetAttributes())
            .Where(a => a.AttributeClass?.ToDisplayString() == "Synapse.StepAttribute")
            .SelectMany(a => a.NamedArguments)
            .Any(a => a.Key is "Rollback" or "SkipWhen" && a.Value.Value as string == method.Name);
}
