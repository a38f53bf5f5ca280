namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
internal static class Spelling
{
    private const int LongestCompared = 64;

    /// <summary>The closest known name, or null when none is close enough to be worth a question.</summary>
    public static string? Closest(string typed, IEnumerable<string> known)
    {
        string? best = null;
        var least = Allowed(typed) + 1;
        foreach (var name in known)
        {
            var distance = IsStart(typed, name) ? 1 : Distance(typed, name);
            if (distance < least)
            {
                (best, least) = (name, distance);
            }
        }
        return best;
    }

    /// <summary>A question to append to a message, with its leading space, or nothing.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        Closest(typed, known) is { } name ? $" Did you mean '{name}'?" : "";

    private static int Allowed(string typed) => Math.Max(1, typed.Length / 3);

    private static bool IsStart(string typed, string name) =>
        typed.Length >= 2 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Edits, insertions, deletions and swaps of neighbours that lead from one to the other.</summary>
    internal static int Distance(string a, string b)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return int.MaxValue;
        }
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
