using System.Globalization;
using System.Text;

namespace Synapse.Generators.Emission;

/// <summary>Names of generated files: readable, and apart from each other even where file names ignore case.</summary>
internal static class HintName
{
    /// <param name="metadataName">Namespace, nesting with <c>+</c> and arity with a backtick, as reflection writes it.</param>
    /// <param name="concept">What the file holds: <c>Params</c>, <c>Plan</c>, …</param>
    /// <param name="isAmbiguous">Another declaration differs from this one in case only.</param>
    public static string Of(string metadataName, string concept, bool isAmbiguous = false) =>
        Clean(metadataName) + "." + concept + (isAmbiguous ? "." + Hash(metadataName + "." + concept) : string.Empty) + ".g.cs";

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            clean.Append(char.IsLetterOrDigit(c) || c is '.' or '_' or '+' ? c : '-');
        }

        return clean.ToString();
    }

    private static string Hash(string name)
    {
        var hash = 2166136261U;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 16777619U);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
