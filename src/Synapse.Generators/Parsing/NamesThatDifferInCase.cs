using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Parsing;

/// <summary>The names of types and namespaces that exist in more than one casing, found once a compilation.</summary>
internal sealed class NamesThatDifferInCase
{
    private static readonly ConditionalWeakTable<Compilation, NamesThatDifferInCase> ByCompilation = new();

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    private NamesThatDifferInCase(Compilation compilation)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // The filter sees every declared name; it never says yes, so that nothing is bound.
        compilation.ContainsSymbolsWithName(
            name =>
            {
                if (!seen.TryGetValue(name, out var other))
                {
                    seen.Add(name, name);
                }
                else if (other != name)
                {
                    names.Add(name);
                }

                return false;
            },
            SymbolFilter.Type | SymbolFilter.Namespace);
    }

    public static bool Have(string name, Compilation compilation) =>
        ByCompilation.GetValue(compilation, static c => new(c)).names.Contains(name);
}
