using Microsoft.CodeAnalysis;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>One truth for validity, over classes that nobody wrote: a rule's error shows exactly when the generator writes the stub, and the stub leaves nothing behind.</summary>
public sealed class OneTruthTests
{
    private const int Batch = 40;

    // What the whole project shows and no class: the generator wires the class all the same.
    private static readonly string[] OfTheProject = ["SYN1006", "SYN1008"];

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("SYNAPSE_SOAK") is null ? 6 : 250)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Error_is_reported_exactly_when_the_stub_is_written(int batch)
    {
        var (wired, refused) = (0, 0);
        foreach (var seed in Enumerable.Range(batch * Batch, Batch))
        {
            var source = new RandomAction(seed).Source();
            var plugin = new Plugin(source);
            if (Problems(plugin.Written).Any())
            {
                continue;
            }

            var errors = Plugin.Analyze(plugin.Output).Where(d => d.Severity == DiagnosticSeverity.Error && !OfTheProject.Contains(d.Id)).ToArray();
            var isWired = plugin.Generated.Contains("Steps = Wiring.Steps()", StringComparison.Ordinal);
            Assert.True(isWired == (errors.Length == 0), $"Seed {seed}: {(isWired ? "wired" : "not wired")}, and reported: {string.Join("\n", errors.Select(e => e.ToString()))}\n{source}");
            Assert.True(!plugin.Errors.Any(), $"Seed {seed}: {string.Join("\n", plugin.Errors)}\n{source}\n{plugin.Generated}");
            _ = isWired ? wired++ : refused++;
        }

        // If all were of one kind, or none were C#, the rest would say little.
        Assert.True(wired >= 2 && refused >= 5, $"{wired} wired, {refused} refused");
    }

    private static IEnumerable<Diagnostic> Problems(Compilation written) =>
        written.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree?.FilePath == "File0.cs" && d.Id is not ("CS8795" or "CS0260"));
}
