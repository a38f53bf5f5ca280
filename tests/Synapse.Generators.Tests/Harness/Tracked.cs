using System.Reflection;

namespace Synapse.Generators.Tests.Harness;

/// <summary>The tracking names of all pipelines, read from their constants so that a new one is tested by being there.</summary>
internal static class Tracked
{
    public static readonly HashSet<string> Names =
    [
        .. typeof(SynapseGenerator).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Synapse.Generators.Pipelines", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.IsLiteral && f.Name.StartsWith("Tracking", StringComparison.Ordinal))
            .Select(f => (string)f.GetRawConstantValue()!),
    ];
}
