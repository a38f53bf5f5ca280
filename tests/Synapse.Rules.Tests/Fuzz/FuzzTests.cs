using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Synapse.Generators;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests.Fuzz;

/// <summary>Whatever an author types, the generator and the rules say something or nothing; they never die, and never take long.</summary>
public sealed class FuzzTests
{
    private const int Batch = 100;

    // Far more than any mutant needs on a busy machine: what this catches never ends, or grows without bound.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("SYNAPSE_SOAK") is null ? 20 : 200)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Mutants_never_kill_generator_or_rules(int batch)
    {
        for (var seed = batch * Batch; seed < (batch + 1) * Batch; seed++)
        {
            var source = new Mutator(seed).Mutate(Seeds.All[seed % Seeds.All.Length]);
            var without = seed % 5 == 0 ? seed / 5 : -1;
            var survived = Task.Run(() => Survives(source, compilation => Without(compilation, without)));
            Assert.True(await Task.WhenAny(survived, Task.Delay(Patience)) == survived, $"Seed {seed} does not end:\n{source}");
            var problem = await survived;
            Assert.True(problem is null, $"Seed {seed}: {problem}\n{source}");
        }
    }

    // A project with a reference that was not restored.
    private static CSharpCompilation Without(CSharpCompilation compilation, int reference)
    {
        var all = compilation.References.ToArray();
        return reference < 0 ? compilation : compilation.RemoveReferences(all[reference % all.Length]);
    }

    /// <summary>What went wrong, or null.</summary>
    internal static string? Survives(string source, Func<CSharpCompilation, CSharpCompilation>? change = null)
    {
        var compilation = Compiling.Compile([source, "global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations;"]);
        compilation = change?.Invoke(compilation) ?? compilation;
        var driver = CSharpGeneratorDriver.Create([new SynapseGenerator().AsSourceGenerator()], parseOptions: Compiling.ParseOptions())
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        if (driver.GetRunResult().Results.Single().Exception is { } exception)
        {
            return exception.ToString();
        }

        var analyzers = output.WithAnalyzers(Plugin.Analyzers);
        var died = reported.Concat(analyzers.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()).FirstOrDefault(d => d.Id is "AD0001" or "CS8785");
        return died?.ToString();
    }
}
