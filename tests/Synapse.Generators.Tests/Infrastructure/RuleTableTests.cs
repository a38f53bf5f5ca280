using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Rules;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>The table of rules, the release notes and the pages say the same.</summary>
public sealed partial class RuleTableTests
{
    [Fact]
    public void Ids_are_unique_and_every_rule_is_in_the_release_notes()
    {
        var rules = RuleTable.All.ToArray();
        Assert.Equal(rules.Length, rules.Select(r => r.Id).Distinct().Count());
        var notes = File.ReadAllText(Root("src/Synapse.Generators/AnalyzerReleases.Unshipped.md"));
        Assert.All(rules, r => Assert.Contains($"{r.Id} | {r.Category} | {r.DefaultSeverity} | [{r.Title}]", notes, StringComparison.Ordinal));
        Assert.Equal(rules.Select(r => r.Id).Order(StringComparer.Ordinal), RowId().Matches(notes).Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_can_be_formatted() => Assert.All(
        RuleTable.All,
        r => Assert.DoesNotContain("{", Diagnostic.Create(r, Location.None, "a", "b", "c", "d", "e").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static string Root(string path, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", path);

    [GeneratedRegex("^SYN\\d{4}", RegexOptions.Multiline)]
    private static partial Regex RowId();
}
