namespace Synapse.Rules;

/// <summary>How far two names are from each other; case, underscores and <c>@</c> do not count.</summary>
internal static class EditDistance
{
    /// <summary>The one that was most likely meant, or null when none is near.</summary>
    public static T? Closest<T>(string written, IEnumerable<T> known, Func<T, string> name)
        where T : class
    {
        var wanted = Normal(written);
        var best = known.Select(item => (Item: item, Distance: Apart(wanted, Normal(name(item))))).OrderBy(n => n.Distance).FirstOrDefault();
        return best.Item is not null && best.Distance <= Math.Max(1, wanted.Length / 3) ? best.Item : null;
    }

    private static string Normal(string name) => name.Replace("_", string.Empty).TrimStart('@').ToUpperInvariant();

    // Half a name, or one with more to it, is as near as one letter.
    private static int Apart(string a, string b) =>
        Math.Min(a.Length, b.Length) >= 4 && a.Length != b.Length && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)) ? 1 : Between(a, b);

    private static int Between(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
