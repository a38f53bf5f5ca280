using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Generators.Rules;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

public sealed class ParamPresenceFixTests
{
    [Theory]
    [InlineData("/// <summary>x</summary>\n    public required int A { get; init; } = 3; // why", "Remove the initializer of 'A'", "/// <summary>x</summary>\n    public required int A { get; init; } // why")]
    [InlineData("public required int A { get; init; } = 3;", "Make 'A' optional", "public int A { get; init; } = 3;")]
    [InlineData("required public int A { get; init; } = 3;", "Make 'A' optional", "public int A { get; init; } = 3;")]
    [InlineData("[MinLength(1)] public string A { get; init; }", "Make 'A' required", "[MinLength(1)] public required string A { get; init; }")]
    [InlineData("public List<int> A { get; init; } = null!;", "Make 'A' required", "public required List<int> A { get; init; }")]
    [InlineData("public string A { get; init; }", "Make 'A' nullable", "public string? A { get; init; }")]
    public void Fixed_code_is_right(string before, string title, string after)
    {
        var fixedSource = Fix(Declare(before), title);
        Assert.Equal(Declare(after), fixedSource);
        Assert.Empty(Analyzing.Run(new ParamsAnalyzer(), generated: true, fixedSource));
    }

    private static string Fix(string source, string title)
    {
        using var workspace = new AdhocWorkspace();
        var compilation = Compiling.Compile([source]);
        var project = workspace.AddProject("Plugin", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options).WithParseOptions(Compiling.ParseOptions()).AddMetadataReferences(compilation.References);
        project = project.AddDocument("Usings.cs", Compiling.Usings).Project;
        var document = project.AddDocument("File0.cs", source, filePath: "File0.cs");
        var diagnostic = Assert.Single(Analyzing.Run(new ParamsAnalyzer(), generated: false, source));
        var actions = new List<CodeAction>();
        diagnostic = Diagnostic.Create(diagnostic.Descriptor, Location.Create(document.GetSyntaxTreeAsync().Result!, diagnostic.Location.SourceSpan), "A", "3");
        new ParamPresenceFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (a, _) => actions.Add(a), CancellationToken.None)).GetAwaiter().GetResult();
        var operations = actions.Single(a => a.Title == title).GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!.GetTextAsync().Result.ToString();
    }

    private static string Declare(string member) => $$"""
        using Synapse; using System.ComponentModel.DataAnnotations;
        [Params] public partial record P
        {
            {{member}}
        }
        """;
}
