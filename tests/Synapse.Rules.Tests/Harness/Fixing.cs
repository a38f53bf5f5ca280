using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.CodeFixes;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Rules.Tests.Harness;

/// <summary>Applies a code fix as an editor does, to one diagnostic or to all of a project.</summary>
internal static class Fixing
{
    private const string Usings = """
        global using Synapse;
        global using Synapse.Actions;
        global using Synapse.Backends;
        global using System.ComponentModel.DataAnnotations;
        """;

    /// <summary>The project with the first diagnostic that the fix is for put right; null when the fix does not offer as much.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="project">What is wrong.</param>
    /// <param name="offer">Which of its offers to take.</param>
    public static async Task<Project?> FixFirstAsync(CodeFixProvider fix, Project project, int offer = 0)
    {
        var (action, _, _) = await OfferAsync(fix, project, offer);
        return action is null ? null : await ApplyAsync(action, project);
    }

    /// <summary>The project with all diagnostics put right that the fix is for, in one go.</summary>
    public static async Task<Project> FixAllAsync(CodeFixProvider fix, Project project)
    {
        var (action, document, diagnostics) = await OfferAsync(fix, project, offer: 0);
        var context = new FixAllContext(document!, fix, FixAllScope.Project, action!.EquivalenceKey, fix.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!, project);
    }

    /// <summary>Takes every offer of every fix for every diagnostic, one at a time.</summary>
    public static async Task TryAllAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var fixes = typeof(PartialFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CodeFixProvider))).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!).ToList();
        foreach (var diagnostic in Plugin.Analyze(compilation).Where(d => d.Location.IsInSource))
        {
            foreach (var fix in fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var offered = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
                foreach (var action in offered)
                {
                    await ApplyUnlessUnformattableAsync(action, project);
                }
            }
        }
    }

    // Roslyn's own formatter gives up on some files that do not parse; an editor shows that as such.
    private static async Task ApplyUnlessUnformattableAsync(CodeAction action, Project project)
    {
        try
        {
            await ApplyAsync(action, project);
        }
        catch (InvalidOperationException e) when (e.StackTrace?.Contains("Microsoft.CodeAnalysis.Formatting.AbstractFormatEngine", StringComparison.Ordinal) == true)
        {
        }
    }

    public static Project Project(string assembly, OutputKind kind, params string[] sources)
    {
        var compiled = Compiling.Compile(sources, kind: kind);
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Plugin",
            assembly,
            LanguageNames.CSharp,
            compilationOptions: compiled.Options,
            parseOptions: Compiling.ParseOptions(),
            metadataReferences: compiled.References));
        project = project.AddDocument("Usings.cs", Compiling.Usings + "\n" + Usings).Project;
        return sources.Select((source, i) => (source, name: $"File{i}.cs")).Aggregate(project, (p, file) => p.AddDocument(file.name, file.source, filePath: file.name).Project);
    }

    public static async Task<string> TextAsync(Project project, string document) =>
        (await project.Documents.Single(d => d.Name == document).GetTextAsync()).ToString();

    /// <summary>Nothing is left to say about the project, by rules or compiler, when the generator has run over it.</summary>
    public static async Task IsCleanAsync(Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        Driving.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.Empty(Plugin.Analyze(compilation).Select(d => d.ToString()));

        // Of a program without an entry point, generated code names the runtime, which is no reference here.
        var problems = output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath.EndsWith("Main.g.cs", StringComparison.Ordinal) != true);
        Assert.Empty(problems.Select(d => d.ToString()));
    }

    private static async Task<(CodeAction? Action, Document? Document, ImmutableArray<Diagnostic> Diagnostics)> OfferAsync(CodeFixProvider fix, Project project, int offer)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = Plugin.Analyze(compilation).Concat(compilation.GetDiagnostics()).Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).ToImmutableArray();
        var document = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var offered = new List<CodeAction>();
        foreach (var diagnostic in diagnostics.TakeWhile(_ => offered.Count == 0))
        {
            document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        }

        return (offered.ElementAtOrDefault(offer), document, diagnostics);
    }

    public static async Task<Project> ApplyAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
