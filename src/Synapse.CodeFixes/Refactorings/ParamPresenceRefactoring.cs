using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Synapse.CodeFixes.Refactorings;

/// <summary>Makes a property of a params type required, or optional with a default that its own constraints allow; nullable where none is known.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ParamPresenceRefactoring))]
[Shared]
public sealed class ParamPresenceRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc />
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span).FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { AccessorList: not null, ExpressionBody: null } property ||
            model!.GetDeclaredSymbol(property, context.CancellationToken) is not { SetMethod: not null, DeclaredAccessibility: Accessibility.Public, IsStatic: false } symbol ||
            symbol.ContainingType.GetAttributes().All(a => a.AttributeClass?.ToDisplayString() != "Synapse.ParamsAttribute"))
        {
            return;
        }

        if (symbol.IsRequired)
        {
            Offer(context, root, property, $"Make '{symbol.Name}' optional", Optional(property, symbol));
        }
        else
        {
            Offer(context, root, property, $"Make '{symbol.Name}' required", ParamPresence.WithRequired(ParamPresence.WithoutInitializer(property)));
        }
    }

    private static void Offer(CodeRefactoringContext context, SyntaxNode root, PropertyDeclarationSyntax before, string title, PropertyDeclarationSyntax after) =>
        context.RegisterRefactoring(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))), nameof(ParamPresenceRefactoring)));

    private static PropertyDeclarationSyntax Optional(PropertyDeclarationSyntax property, IPropertySymbol symbol)
    {
        var optional = ParamPresence.WithoutRequired(property);
        return symbol.Type is { NullableAnnotation: NullableAnnotation.Annotated } ? optional
            : Default(property, symbol) is { } value ? ParamPresence.WithInitializer(optional, value)
            : ParamPresence.Nullable(optional);
    }

    // The lowest that a range allows, else what the type starts with; null when constraints forbid that.
    private static string? Default(PropertyDeclarationSyntax property, IPropertySymbol symbol)
    {
        var constraints = symbol.GetAttributes().Select(a => a.AttributeClass?.Name).ToList();
        if (constraints.Contains("RangeAttribute"))
        {
            var range = property.AttributeLists.SelectMany(l => l.Attributes).First(a => a.Name.ToString().Contains("Range"));
            var isPlain = range.ArgumentList is { Arguments.Count: 2 } list && list.Arguments.All(a => a.NameEquals is null);
            return isPlain && IsNumber(symbol.Type) && range.ArgumentList!.Arguments[0].Expression is var lowest and not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } ? lowest.ToString() : null;
        }

        return constraints.Any(c => c is "MinLengthAttribute" or "LengthAttribute" or "StringLengthAttribute" or "RegularExpressionAttribute" or "AllowedValuesAttribute" or "MultipleOfAttribute") ? null
            : IsNumber(symbol.Type) ? "0"
            : symbol.Type switch
            {
                { SpecialType: SpecialType.System_Boolean } => "false",
                { SpecialType: SpecialType.System_String } => "\"\"",
                IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "HashSet" or "IReadOnlyList" } => "[]",
                _ => null,
            };
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double;
}
