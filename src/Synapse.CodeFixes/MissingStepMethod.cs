namespace Synapse.CodeFixes;

/// <summary>A rollback or skip method that a step names and that is not there.</summary>
/// <param name="name">Its name.</param>
/// <param name="step">The step.</param>
/// <param name="written">The name as it stands in the attribute.</param>
/// <param name="text">The method to add.</param>
internal sealed class MissingStepMethod(string name, MethodDeclarationSyntax step, ExpressionSyntax written, string text)
{
    private const string StepSet = "Synapse.StepSetAttribute";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public string Name { get; } = name;

    public MethodDeclarationSyntax Step { get; } = step;

    public ExpressionSyntax Written { get; } = written;

    public string Text { get; } = text;

    /// <summary>Null when the place names no method that a fix could add.</summary>
    public static MissingStepMethod? At(SyntaxNode place, SemanticModel model, CancellationToken cancellation)
    {
        if (place.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: "Rollback" or "SkipWhen" } argument ||
            argument.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } step ||
            model.GetDeclaredSymbol(step, cancellation) is not { } symbol ||
            Marker(symbol, "Synapse.StepAttribute")?.ApplicationSyntaxReference?.GetSyntax(cancellation) != argument.FirstAncestorOrSelf<AttributeSyntax>() ||
            NameIn(argument.Expression, model, cancellation) is not { } name ||
            !SyntaxFacts.IsValidIdentifier(name) || IsTaken(symbol.ContainingType, name))
        {
            return null;
        }

        var isRollback = argument.NameEquals.Name.Identifier.ValueText == "Rollback";
        return new(name, step, argument.Expression, Throwing(isRollback ? Rollback(name, symbol) : SkipWhen(name, symbol, step), symbol));
    }

    /// <summary>A rollback for a step that names none yet.</summary>
    public static string RollbackOf(IMethodSymbol step, string name) => Throwing(Rollback(name, step), step);

    private static string Throwing(string signature, IMethodSymbol step) =>
        $"{(Marker(step.ContainingType, StepSet) is null ? "private" : "public")} {signature} => throw new global::System.NotImplementedException();";

    public static bool IsSet(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        model.GetDeclaredSymbol(type, cancellation) is { } symbol && Marker(symbol, StepSet) is not null;

    // Asks for the output, and for what most of what can be undone takes.
    private static string Rollback(string name, IMethodSymbol step)
    {
        var output = Output(step.ReturnType) is { } type ? $"{type} output, " : string.Empty;
        return $"global::System.Threading.Tasks.Task {name}({output}{Context(step)} run, global::System.Threading.CancellationToken ct)";
    }

    // What decides to skip a step sees what the step would have seen.
    private static string SkipWhen(string name, IMethodSymbol step, MethodDeclarationSyntax written)
    {
        var seen = written.ParameterList.Parameters.Where((_, i) => i < step.Parameters.Length && step.Parameters[i].Type.ToDisplayString() is not ("System.Threading.CancellationToken" or "Synapse.StepAttempt"));
        return $"string? {name}({string.Join(", ", seen.Select(p => p.WithDefault(null).NormalizeWhitespace().ToFullString()))})";
    }

    private static string? Output(ITypeSymbol type) => (type as INamedTypeSymbol)?.OriginalDefinition.ToDisplayString() switch
    {
        "void" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => null,
        "System.Threading.Tasks.Task<TResult>" or "System.Threading.Tasks.ValueTask<TResult>" => Output(((INamedTypeSymbol)type).TypeArguments[0]),
        "System.Collections.Generic.IAsyncEnumerable<T>" => $"global::Synapse.DurableList<{((INamedTypeSymbol)type).TypeArguments[0].ToDisplayString(Full)}>",
        _ => type.TypeKind is TypeKind.Error or TypeKind.TypeParameter ? null : type.ToDisplayString(Full),
    };

    /// <summary>The context that the step itself takes, else that of the action, else the one that every action has.</summary>
    private static string Context(IMethodSymbol step)
    {
        if (step.Parameters.FirstOrDefault(p => ContextParameter.IsContext(p.Type)) is { } taken)
        {
            return taken.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(Full);
        }

        return ContextParameter.TypeFor(step);
    }

    // What nameof names is no constant as long as it is not there.
    private static string? NameIn(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation) => written switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } when arguments[0].Expression is IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => model.GetConstantValue(written, cancellation).Value as string,
    };

    private static bool IsTaken(INamedTypeSymbol owner, string name)
    {
        for (INamedTypeSymbol? type = owner; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return owner.Name == name;
    }

    private static AttributeData? Marker(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == name);
}
