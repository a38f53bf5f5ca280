using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>SYN1005 of values that Execute asks for one by one: moves them into a params type of the action, required ones unless they have a default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToParamsFix))]
[Shared]
public sealed class MoveToParamsFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ExecuteCannotBeWired];

    /// <summary>None: all values of one method move at once already, and each action gets a type of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>()?.Parent?.Parent is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax { Parent: not TypeDeclarationSyntax } owner } method ||
            model!.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol ||
            symbol.Parameters.Any(p => IsParams(p.Type) || p.Name == "p"))
        {
            return;
        }

        var values = method.ParameterList.Parameters.Where((_, i) => IsValue(symbol.Parameters[i])).ToList();
        var name = (symbol.ContainingType.Name.EndsWith("Action", StringComparison.Ordinal) ? symbol.ContainingType.Name.Substring(0, symbol.ContainingType.Name.Length - "Action".Length) : symbol.ContainingType.Name) + "Params";
        if (values.Any(v => v.Type!.Span == context.Span) && model!.LookupNamespacesAndTypes(owner.SpanStart, name: name).IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Move what it asks for into '{name}'", cancellation => FixAsync(context.Document, method, values, name, cancellation), nameof(MoveToParamsFix)),
                context.Diagnostics);
        }
    }

    private static async Task<Document> FixAsync(Document document, MethodDeclarationSyntax method, List<ParameterSyntax> values, string name, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var moved = values.Select(v => (ISymbol)editor.SemanticModel.GetDeclaredSymbol(v, cancellation)!).ToList();
        foreach (var use in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (moved.Contains(editor.SemanticModel.GetSymbolInfo(use, cancellation).Symbol!, SymbolEqualityComparer.Default))
            {
                editor.ReplaceNode(use, SyntaxFactory.ParseExpression($"p.{Pascal(use.Identifier.ValueText)}").WithTriviaFrom(use));
            }
        }

        var left = method.ParameterList.Parameters.Except(values).ToList();
        var parameters = string.Join(", ", new[] { $"{name} p" }.Concat(left.Select(p => p.ToString())));
        editor.ReplaceNode(method.ParameterList, SyntaxFactory.ParseParameterList($"({parameters})").WithTriviaFrom(method.ParameterList));

        var properties = string.Concat(values.Select(v => $"    public {(v.Default is null ? "required " : string.Empty)}{v.Type} {Pascal(v.Identifier.ValueText)} {{ get; init; }}{(v.Default is null ? string.Empty : $" = {v.Default.Value};")}\n"));
        var type = SyntaxFactory.ParseMemberDeclaration($"[global::Synapse.Params]\n{Access(method)} sealed partial record {name}\n{{\n{properties}}}\n\n")!;
        editor.InsertBefore(method.Parent!, type.WithLeadingTrivia(method.Parent!.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia))).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        return editor.GetChangedDocument();
    }

    private static string Access(MethodDeclarationSyntax method) => ((TypeDeclarationSyntax)method.Parent!).Modifiers.Any(SyntaxKind.PublicKeyword) ? "public" : "internal";

    private static bool IsParams(ITypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "Synapse.ParamsAttribute");

    // What JSON fills without further types.
    private static bool IsValue(IParameterSymbol parameter) => parameter is { RefKind: RefKind.None, Name.Length: > 0 } &&
        parameter.Type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_String;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
