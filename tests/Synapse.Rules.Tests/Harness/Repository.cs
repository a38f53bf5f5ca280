using System.Reflection;

namespace Synapse.Rules.Tests.Harness;

/// <summary>Where the sources are, for tests of what is written down and of what the real compiler says.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Root").Value!;
}
