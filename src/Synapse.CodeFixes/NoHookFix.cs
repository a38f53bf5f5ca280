using Microsoft.CodeAnalysis.Rename;

namespace Synapse.CodeFixes;

/// <summary>SYN1015: gives a method the name of the hook that was meant, or the accessibility that says what it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoHookFix))]
[Shared]
public sealed class NoHookFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PublicMethodIsNoHook];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root!.FindNode(context.Span) is not MethodDeclarationSyntax method || model.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        if (context.Diagnostics[0].Property(FixProperties.Suggestion) is { } name)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Rename to '{name}'",
                    cancellation => Renamer.RenameSymbolAsync(context.Document.Project.Solution, symbol, default, name, cancellation),
                    "Rename"),
                context.Diagnostics);
        }

        var access = symbol.DeclaredAccessibility == Accessibility.Public ? SyntaxKind.PrivateKeyword : SyntaxKind.PublicKeyword;
        var title = $"Make '{method.Identifier.Text}' {SyntaxFacts.GetText(access)}";
        context.Replace(root, method, Declarations.WithAccess(method, access), title, access.ToString());
    }
}
