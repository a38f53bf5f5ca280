namespace Synapse.CodeFixes;

/// <summary>SYN3010, and SYN2008 where nothing else is missing: marks the type [Params] and declares it partial, wherever it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParamsFix))]
[Shared]
public sealed class ParamsFix : CodeFixProvider
{
    private const string Attribute = "Synapse.ParamsAttribute";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NotParams, RuleIds.InputHasNoProducer];

    /// <summary>None: several actions may ask for one type, and it can be marked once only.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(context.Span);
        var type = node is TypeDeclarationSyntax declared ? model.GetDeclaredSymbol(declared, context.CancellationToken)
            : node is TypeSyntax named ? model.GetTypeInfo(named, context.CancellationToken).Type as INamedTypeSymbol
            : null;
        var isAsked = context.Diagnostics[0].Id == RuleIds.NotParams || context.Diagnostics[0].Property(FixProperties.Params) is not null;
        if (type is null || !isAsked || !IsFixable(type, context.CancellationToken))
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create($"Make '{type.Name}' a [Params] type", cancellation => FixAsync(context.Document.Project.Solution, type, cancellation), nameof(ParamsFix)),
            context.Diagnostics);
    }

    // What else can be wrong with a params type is the author's to decide: abstract, generic, private.
    private static bool IsFixable(INamedTypeSymbol type, CancellationToken cancellation) =>
        type is { IsAbstract: false, IsGenericType: false, IsFileLocal: false, DeclaringSyntaxReferences.IsEmpty: false } &&
        (!IsMarked(type) || Declarations.Around(type).Any(t => !Declarations.IsPartial(t, cancellation)));

    private static bool IsMarked(INamedTypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == Attribute);

    private static async Task<Solution> FixAsync(Solution solution, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        foreach (var current in Declarations.Around(type))
        {
            foreach (var declaration in current.DeclaringSyntaxReferences)
            {
                var isMarkedHere = SymbolEqualityComparer.Default.Equals(current, type) && !IsMarked(type) && declaration == current.DeclaringSyntaxReferences[0];
                var document = await editor.GetDocumentEditorAsync(solution.GetDocumentId(declaration.SyntaxTree), cancellation).ConfigureAwait(false);
                document.ReplaceNode(
                    await declaration.GetSyntaxAsync(cancellation).ConfigureAwait(false),
                    (node, _) => Edit((TypeDeclarationSyntax)node, isMarkedHere));
            }
        }

        return editor.GetChangedSolution();
    }

    private static TypeDeclarationSyntax Edit(TypeDeclarationSyntax type, bool marks)
    {
        type = Declarations.MakePartial(type);
        return marks ? Declarations.Mark(type, "Synapse.Params") : type;
    }
}
