using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>SYN1010 and SYN1016: adds the hooks that an action lacks, or makes the one public that it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HookFix))]
[Shared]
public sealed class HookFix : CodeFixProvider
{
    // What an export lists is all but always this; whoever wants another list has to change a word.
    private const string Results = """
        public global::System.Collections.Generic.IAsyncEnumerable<global::Synapse.Backends.Assignment> GetFilteredResults(global::Synapse.Actions.ExportParams p, global::Synapse.ExportContext run, global::System.Threading.CancellationToken ct) => run.Backend.Assignments.ListAsync(p.Filter, ct);
        """;

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.PreAnnotationLacksConversion, RuleIds.RequiredHookMissing];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root!.FindNode(context.Span);
        if (node is MethodDeclarationSyntax method)
        {
            context.Replace(root, method, Declarations.WithAccess(method, SyntaxKind.PublicKeyword), $"Make '{method.Identifier.Text}' public", "Public");
            return;
        }

        foreach (var offer in node is TypeDeclarationSyntax ? context.Diagnostics[0].Property(FixProperties.Hooks)?.Split('\n') ?? [] : [])
        {
            var hooks = offer.Split(' ').Select(name => Find(model!.Compilation, name)).OfType<IMethodSymbol>().ToList();
            var type = hooks.Aggregate((TypeDeclarationSyntax)node, (t, hook) => Declarations.Add(t, Method(hook)));
            var title = $"Add {string.Join(" and ", hooks.Select(h => $"'{h.Name}'"))}";
            context.Replace(root, node, type, title, title);
        }
    }

    private static IMethodSymbol? Find(Compilation compilation, string name)
    {
        var dot = name.LastIndexOf('.');
        return compilation.GetTypeByMetadataName(name.Substring(0, dot))?.GetMembers(name.Substring(dot + 1)).OfType<IMethodSymbol>().FirstOrDefault();
    }

    // What it does is the author's to write. The token is left out: a method that needs it asks for it.
    private static MemberDeclarationSyntax Method(IMethodSymbol hook)
    {
        var parameters = hook.Parameters.Where(p => p.Type.Name != "CancellationToken").Select(p => $"{Full(p.Type)} {p.Name}");
        var text = hook.Name == "GetFilteredResults"
            ? Results
            : $"public {Returned(hook.ReturnType)} {hook.Name}({string.Join(", ", parameters)})\n{{\nthrow new global::System.NotImplementedException();\n}}";
        return SyntaxFactory.ParseMemberDeclaration(text)!.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    private static string Returned(ITypeSymbol type) => type is INamedTypeSymbol { Name: "ValueTask" or "Task" } task
        ? task.TypeArguments.Length == 0 ? "void" : Full(task.TypeArguments[0])
        : type.SpecialType == SpecialType.System_Void ? "void" : Full(type);

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
