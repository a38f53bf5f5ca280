namespace Synapse.Binding;

/// <summary>The name that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence that starts with a space, or nothing when no name is near.</summary>
    public static string For(string found, ReadOnlySpan<string> names)
    {
        string? best = null;
        // A third of the letters may be wrong; more is another word.
        var bestDistance = Math.Max(1, Math.Min(found.Length, 40) / 3) + 1;
        foreach (var name in names)
        {
            var distance = SameLetters(found, name) ? 0 : Distance(found, name, bestDistance);
            if (distance < bestDistance)
            {
                best = name;
                bestDistance = distance;
            }
        }
        return best is null ? "" : $" Did you mean \"{best}\"?";
    }

    // batchSize, batch-size and Batch_Size all mean batch_size.
    private static bool SameLetters(string a, string b)
    {
        var i = 0;
        var j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i]))
            {
                i++;
            }
            while (j < b.Length && !char.IsLetterOrDigit(b[j]))
            {
                j++;
            }
            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }
            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++]))
            {
                return false;
            }
        }
    }

    // Edits between two words, a swap of neighbours counted once.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }
        var before = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        var twoBefore = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            (twoBefore, before, row) = (before, row, twoBefore);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBefore[j - 2] + 1);
                }
            }
        }
        return row[b.Length];
    }
}
