using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Synapse.CodeFixes;

/// <summary>SYN2001: pulls in the standard steps of an upload, or writes three to begin with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UploadStepsFix))]
[Shared]
public sealed class UploadStepsFix : CodeFixProvider
{
    private const string StandardSet = "Synapse.Actions.StandardUpload";

    private const string Steps = """
        [Synapse.Step]
        private Synapse.DurableList<Synapse.Backends.SourceFile> Discover(Synapse.UploadContext run)
        {
            // Which files to upload; a [Params] type is the place for the folder.
            var paths = System.IO.Directory.GetFiles(System.Environment.CurrentDirectory);
            run.Log.Info("Found {Count} files", paths.Length);
            return new(System.Array.ConvertAll(paths, path => new Synapse.Backends.SourceFile(path, System.IO.Path.GetFileName(path))));
        }

        [Synapse.Step(Weight = 8, Rollback = nameof(DeleteFiles), RollbackInFlight = true)]
        private System.Threading.Tasks.Task<Synapse.DurableList<Synapse.Backends.DataFile>> Send(Synapse.DurableList<Synapse.Backends.SourceFile> files, Synapse.UploadContext run, System.Threading.CancellationToken ct) =>
            run.ForEachAsync(files, file => file.Path, (file, token) => run.UploadFileAsync(file, token), parallelism: 8, ct: ct);

        private async System.Threading.Tasks.Task DeleteFiles(Synapse.DurableList<Synapse.Backends.DataFile> sent, Synapse.UploadContext run, System.Threading.CancellationToken ct)
        {
            foreach (var file in sent)
            {
                await run.Backend.DataFiles.DeleteAsync(file.Id, ct);
            }
        }

        [Synapse.Step]
        private System.Threading.Tasks.Task<Synapse.DurableList<long>> Generate(Synapse.DurableList<Synapse.Backends.DataFile> sent, Synapse.UploadContext run, System.Threading.CancellationToken ct) =>
            run.ForEachAsync(sent, file => file.Name, async (file, token) =>
            {
                // One data unit a file; name the part as the data collection does.
                var parts = new System.Collections.Generic.Dictionary<string, long> { ["file"] = file.Id };
                return (await run.CreateDataUnitsAsync([new Synapse.Backends.NewDataUnit(parts)], token))[0];
            }, ct: ct);
        """;

    private static readonly string[] Names = ["Discover", "Send", "DeleteFiles", "Generate"];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UploadHasNoSteps];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        // On a function the way out is another kind of action or a class; which one is the author's choice. The same
        // holds for a class with a method Execute, whose body would have to be cut into steps.
        if (root?.FindNode(context.Span) is not TypeDeclarationSyntax type || type.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text is "Execute" or "ExecuteAsync"))
        {
            return;
        }

        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.Compilation.GetTypeByMetadataName(StandardSet) is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Use the standard upload steps", cancellation => UseStandardAsync(context.Document, type, cancellation), "StandardUpload"),
                context.Diagnostics);
        }

        context.RegisterCodeFix(
            CodeAction.Create("Write the steps of an upload", cancellation => FixAsync(context.Document, type, cancellation), nameof(UploadStepsFix)),
            context.Diagnostics);
    }

    private static async Task<Document> UseStandardAsync(Document document, TypeDeclarationSyntax type, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        const string Name = $"Synapse.UseSteps<{StandardSet}>";

        // The attribute of the action may stand at another part of the class.
        if (type.AttributeLists.FirstOrDefault(l => l.Attributes.Any(a => a.Name.ToString().Contains("UploadAction"))) is not { } list)
        {
            return document.WithSyntaxRoot(root!.ReplaceNode(type, Declarations.Mark(type, Name)));
        }

        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName(Name)).WithAdditionalAnnotations(Simplifier.Annotation);
        return document.WithSyntaxRoot(root!.ReplaceNode(list, list.AddAttributes(attribute).WithAdditionalAnnotations(Formatter.Annotation)));
    }

    private static async Task<Document> FixAsync(Document document, TypeDeclarationSyntax type, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var taken = new HashSet<string>(type.Members.SelectMany(NamesOf), StringComparer.Ordinal) { type.Identifier.Text };
        var text = Names.Where(taken.Contains).Aggregate(Steps, static (steps, name) => steps.Replace($" {name}(", $" {name}Step(").Replace($"nameof({name})", $"nameof({name}Step)"));
        var members = ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"class Steps\n{{\n{text}\n}}")!).Members;
        var added = type
            .WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()))
            .WithMembers(type.Members.AddRange(members.Select(m => m.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation))));
        return document.WithSyntaxRoot(root!.ReplaceNode(type, added.WithAdditionalAnnotations(Formatter.Annotation)));
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.Text),
        _ => [],
    };
}
