using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Generators.Rules;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>No rule is there without an id, a page, a place where it is reported, and tests.</summary>
public sealed class RuleTableTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static TheoryData<string> Rules => [.. RuleTable.All.Select(r => r.Id)];

    [Fact]
    public void Every_id_has_one_rule()
    {
        var ids = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(ids.Order(StringComparer.Ordinal), RuleTable.All.Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_is_complete(string id)
    {
        var rule = RuleTable.All.Single(r => r.Id == id);
        Assert.Equal(RuleTable.HelpRoot + id + ".md", rule.HelpLinkUri);
        Assert.True(rule.IsEnabledByDefault);
        Assert.StartsWith($"# {id}: {rule.Title}\n", File.ReadAllText(Path.Combine(Pages, id + ".md")), StringComparison.Ordinal);
        Assert.Contains(AllCases.All, c => c.Rule == id && c.IsWrong);
        Assert.Contains(AllCases.All, c => c.Rule == id && !c.IsWrong);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_says_whether_there_is_a_fix_and_if_not_why(string id)
    {
        var isFixed = typeof(PartialFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CodeFixProvider)))
            .Any(t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds.Contains(id));
        Assert.Matches(isFixed ? @"\n\*\*Fix in the editor:\*\* yes\b" : @"\n\*\*Fix in the editor:\*\* no\. \w", File.ReadAllText(Path.Combine(Pages, id + ".md")));
    }

    [Fact]
    public void Every_rule_has_a_page() => Assert.All(RuleTable.All, rule => Assert.True(File.Exists(Path.Combine(Pages, rule.Id + ".md")), rule.Id));

    [Fact]
    public void Index_lists_every_rule_with_title_severity_and_link()
    {
        var index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        Assert.All(RuleTable.All, rule => Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Severity(rule)} |", index, StringComparison.Ordinal));
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() => Assert.All(
        Directory.GetFiles(Pages, "SYN*.md").Select(Path.GetFileNameWithoutExtension),
        id => Assert.Contains(RuleTable.All, r => r.Id == id));

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString();
}
