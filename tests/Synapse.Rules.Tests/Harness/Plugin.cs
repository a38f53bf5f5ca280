using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators.Rules;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Rules.Tests.Harness;

/// <summary>A plugin compiled as the SDK would: as written, and with what the generator adds.</summary>
internal sealed class Plugin
{
    private const string Usings = """
        global using Synapse;
        global using Synapse.Actions;
        global using Synapse.Backends;
        global using System.ComponentModel.DataAnnotations;
        global using System.Net.Http;
        """;

    public Plugin(string source, bool isProgram = false)
        : this([source], [], isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
    {
    }

    public Plugin(IEnumerable<string> sources, MetadataReference[] more, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        Written = Compiling.Compile(sources.Append(Usings), kind: kind, more: more);
        var driver = Driving.Driver().RunGeneratorsAndUpdateCompilation(Written, out var output, out _);
        Generated = Driving.Text(driver);
        Output = output;
    }

    /// <summary>All analyzers of the product.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ActionAnalyzer).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public CSharpCompilation Written { get; }

    public Compilation Output { get; }

    /// <summary>Every generated file.</summary>
    public string Generated { get; }

    /// <summary>What the compiler has against the plugin together with the generated code.</summary>
    public IEnumerable<Diagnostic> Errors => Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>What all rules say, suppressed or not, in the order of the source.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation)
    {
        var found = compilation
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(new([]), null, true, false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
