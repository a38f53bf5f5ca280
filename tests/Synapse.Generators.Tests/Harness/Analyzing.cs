using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Runs analyzers over a plugin, with what was generated for it or without.</summary>
internal static class Analyzing
{
    public static ImmutableArray<Diagnostic> Run(DiagnosticAnalyzer analyzer, bool generated, params string[] sources)
    {
        Compilation compilation = Compiling.Compile(sources);
        if (generated)
        {
            compilation = GeneratorTest.Output(sources);
        }

        var found = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new([]), null, true, false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => !d.IsSuppressed).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
