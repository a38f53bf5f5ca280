using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Runs the generator and reads what it wrote.</summary>
internal static class Driving
{
    public static GeneratorDriver Driver(bool memoize = true, DocumentationMode mode = DocumentationMode.None) =>
        CSharpGeneratorDriver.Create(
            [new SynapseGenerator(memoize).AsSourceGenerator()],
            parseOptions: Compiling.ParseOptions(mode),
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Every generated file with its name, in the order of names.</summary>
    public static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult();
        Assert.All(result.Results, r => Assert.Null(r.Exception));
        Assert.Empty(result.Diagnostics);
        var text = new StringBuilder();
        foreach (var source in result.Results.SelectMany(r => r.GeneratedSources).OrderBy(s => s.HintName, StringComparer.Ordinal))
        {
            text.Append("// ==== ").Append(source.HintName).Append(" ====\n").Append(source.SourceText).Append('\n');
        }

        return text.ToString();
    }

    public static string Cold(Compilation compilation, bool memoize = true, DocumentationMode mode = DocumentationMode.None) =>
        Text(Driver(memoize, mode).RunGenerators(compilation));
}
