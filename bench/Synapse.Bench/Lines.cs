using System.Globalization;

namespace Synapse.Bench;

/// <summary>What a bench program wrote: a name and a number a line.</summary>
internal static class Lines
{
    public static ILookup<string, double> Read(string path) =>
        File.ReadLines(path).Select(line => line.Split(' ')).ToLookup(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
}
