using System.Globalization;

namespace Synapse.Crash.Tests.Support;

/// <summary>
/// Runs many cases, each of which a text says completely, so that a failure can be replayed by its text.
/// By default a sample of them, which the seed chooses; all with SYNAPSE_SOAK=1.
/// </summary>
internal static class Cases
{
    private const string Only = "SYNAPSE_CRASH_ONLY";
    private const string SeedVariable = "SYNAPSE_CRASH_SEED";
    private const int Shown = 3;

    public static bool IsSoak { get; } = Environment.GetEnvironmentVariable("SYNAPSE_SOAK") == "1";

    public static int Seed { get; } = int.Parse(Environment.GetEnvironmentVariable(SeedVariable) ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Every <paramref name="stride"/>-th number, from one that the seed chooses; all of them in a soak.</summary>
    public static IEnumerable<int> Sample(int count, int stride, int salt = 0) =>
        Enumerable.Range(1, count).Where(number => IsSoak || (number + Seed + salt) % stride == 0);

    /// <param name="kind">What the cases have in common; it begins the text of each.</param>
    /// <param name="cases">The rest of each text.</param>
    /// <param name="run">Runs a case; it gets the words of the rest.</param>
    public static void Run(string kind, IEnumerable<string> cases, Action<string[]> run)
    {
        if (Environment.GetEnvironmentVariable(Only) is { } only)
        {
            Assert.SkipUnless(only.StartsWith(kind + " ", StringComparison.Ordinal), $"{Only} is none of these.");
            cases = [only[(kind.Length + 1)..]];
        }

        var failures = new List<string>();
        var count = 0;
        foreach (var text in cases)
        {
            count++;
            try
            {
                run(text.Split(' '));
            }
            catch (Exception e)
            {
                failures.Add($"{kind} {text}: {e.Message}\n{(failures.Count == 0 ? e.StackTrace : "")}\n  again: {Only}='{kind} {text}' {SeedVariable}={Seed} dotnet test --project tests/Synapse.Crash.Tests -c Release");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} cases, seed {Seed}{(IsSoak ? ", all" : "")}");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} cases failed.\n{string.Join("\n\n", failures.Take(Shown))}");
    }

    public static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
