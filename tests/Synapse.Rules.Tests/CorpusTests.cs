using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>Correct classes, written to provoke the rules: nobody may say anything of them.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Files = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Synapse.Rules.Tests", "Corpus"), "*.cs");

    [Fact]
    public void Corpus_is_large()
    {
        var classes = Files.SelectMany(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(t => t.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Params" or "StepSet" || a.Name.ToString().EndsWith("Action", StringComparison.Ordinal)));
        Assert.InRange(classes.Count(), 150, int.MaxValue);
    }

    [Fact]
    public void No_rule_says_anything_and_all_is_wired()
    {
        const string Usings = "global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations; [assembly: SynapsePlugin(\"corpus\")]";
        var written = Compiling.Compile([Usings, .. Files.Select(File.ReadAllText)]);
        var driver = Driving.Driver().RunGeneratorsAndUpdateCompilation(written, out var output, out _);
        IsNothing(output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        IsNothing(Plugin.Analyze(output));
        IsNothing(Plugin.Analyze(written));
        Assert.DoesNotContain("is not wired", Driving.Text(driver), StringComparison.Ordinal);
    }

    private static void IsNothing(IEnumerable<Diagnostic> said) => Assert.True(!said.Any(), string.Join("\n", said));
}
