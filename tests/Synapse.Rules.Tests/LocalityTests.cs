using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>
/// The locality law: what is reported in a file is decided by its own code and by declarations, never by bodies in
/// another file. Each case is taken apart into a file a type, and all bodies of one file are rewritten.
/// </summary>
public sealed class LocalityTests
{
    private const string Usings = "global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations;";

    public static TheoryData<string> Names => [.. AllCases.Wrong.Concat(AllCases.Right).Where(name => Files(AllCases.Find(name)).Length > 1)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bodies_of_another_file_change_no_diagnostic(string name)
    {
        var rule = AllCases.Find(name);
        var files = Files(rule);
        var compilation = Compiling.Compile([.. files, Usings], kind: rule.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        for (var edited = 0; edited < files.Length; edited++)
        {
            var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"File{edited}.cs");
            var other = Compiling.Parse(new OtherBodies().Visit(tree.GetRoot()).ToFullString(), tree.FilePath);
            if (other.ToString() != tree.ToString())
            {
                Assert.Equal(Elsewhere(compilation, tree.FilePath), Elsewhere(compilation.ReplaceSyntaxTree(tree, other), tree.FilePath));
            }
        }
    }

    [Fact]
    public void Enough_cases_have_several_files() => Assert.True(Names.Count > 25, $"{Names.Count}");

    private static IEnumerable<string> Elsewhere(Compilation compilation, string file) => Plugin.Analyze(compilation)
        .Where(d => d.Location.SourceTree?.FilePath != file)
        .Select(d => d.ToString())
        .Order(StringComparer.Ordinal);

    private static string[] Files(RuleCase rule)
    {
        var root = CSharpSyntaxTree.ParseText(Markup.Strip(rule.Source)).GetCompilationUnitRoot();
        return [.. root.Members.Select((member, i) => root.WithMembers([member]).WithAttributeLists(i == 0 ? root.AttributeLists : []).ToFullString())];
    }

    // Another body for every method that has one; a body of its own stays what it is by kind, an iterator for instance.
    private sealed class OtherBodies : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => node switch
        {
            { Body: { } block } => node.WithBody(block.WithStatements(block.Statements.Insert(0, SyntaxFactory.ParseStatement("System.GC.KeepAlive(42);")))),
            { ExpressionBody: { } arrow } => node.WithExpressionBody(arrow.WithExpression(SyntaxFactory.ParseExpression(" throw new System.NotSupportedException(\"another\")"))),
            _ => node,
        };
    }
}
