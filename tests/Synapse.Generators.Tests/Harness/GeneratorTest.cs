using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Tests.Harness;

/// <summary>What every generator test asserts, whatever else it is about.</summary>
internal static class GeneratorTest
{
    /// <summary>Runs the generator over a plugin that is right and returns what it wrote.</summary>
    public static string Run(params string[] sources)
    {
        var text = Driving.Cold(Compiling.Compile(sources));
        CompilesWithoutWarnings(sources);
        return SameEverywhere(text, sources);
    }

    /// <summary>Runs the generator over a plugin with mistakes: everything holds but that it compiles.</summary>
    public static string RunBroken(params string[] sources) => SameEverywhere(Driving.Cold(Compiling.Compile(sources)), sources);

    /// <summary>The plugin and what was generated for it, as one compilation.</summary>
    public static Compilation Output(params string[] sources)
    {
        var driver = Driving.Driver().RunGeneratorsAndUpdateCompilation(Compiling.Compile(sources), out var output, out _);
        Driving.Text(driver);
        return output;
    }

    private static string SameEverywhere(string text, string[] sources)
    {
        Assert.DoesNotContain('\r', text);
        StaysCachedAfterUnrelatedEdit(sources);
        Assert.Equal(text, Driving.Cold(Compiling.Compile(sources), memoize: false));
        Assert.Equal(text, Driving.Cold(Compiling.Compile(sources, DocumentationMode.Diagnose), mode: DocumentationMode.Diagnose));
        Assert.Equal(text, Driving.Cold(Compiling.Compile(sources.Select(s => s.Replace("\n", "\r\n", StringComparison.Ordinal)))));
        foreach (var culture in (string[])["fi-FI", "tr-TR"])
        {
            Assert.Equal(text, InCulture(culture, () => Driving.Cold(Compiling.Compile(sources))));
        }

        return text;
    }

    private static void CompilesWithoutWarnings(string[] sources)
    {
        var problems = Output(sources).GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).ToArray();
        Assert.True(problems.Length == 0, string.Join("\n", problems.Select(p => p + "\n    " + Line(p))));
    }

    private static void StaysCachedAfterUnrelatedEdit(string[] sources)
    {
        var compilation = Compiling.Compile(sources);
        var driver = Driving.Driver().RunGenerators(compilation);
        var edited = compilation.AddSyntaxTrees(Compiling.Parse("namespace Elsewhere { class Unrelated { int x; } }", "Unrelated.cs"));
        driver = driver.RunGenerators(edited);
        foreach (var result in driver.GetRunResult().Results)
        {
            var outputs = result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs);
            Assert.All(outputs, o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
            foreach (var (name, steps) in result.TrackedSteps.Where(s => Tracked.Names.Contains(s.Key)))
            {
                Assert.All(steps.SelectMany(s => s.Outputs), o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {o.Reason}"));
                Assert.All(steps.SelectMany(s => s.Outputs), o => ObjectGraph.HoldsNoCompilation(o.Value, name));
            }
        }
    }

    // The culture of tests is invariant by build property, so a culture is made up that breaks what the real one would break.
    private static T InCulture<T>(string name, Func<T> body)
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)new CultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;
        try
        {
            return body();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? string.Empty;
}
