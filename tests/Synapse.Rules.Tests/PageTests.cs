using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Synapse.CodeFixes;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>The code on a rule's page is true: the wrong one has the diagnostic and no other, the right one has none and compiles.</summary>
public sealed partial class PageTests
{
    private const string Main = "static class Program { static void Main() { } }";

    private static readonly string[] Sections =
        ["## What it says", "## Why", "## Wrong", "## Right", "## How to suppress it", "## What would happen without it"];

    public static TheoryData<string> Rules => RuleTableTests.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Code_of_the_page_is_true(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        Assert.All(Sections, section => Assert.Contains($"\n{section}\n", page, StringComparison.Ordinal));
        var isProgram = id == "SYN1008";

        var wrong = new Plugin(Code(page, "Wrong", isProgram), isProgram);
        var found = Plugin.Analyze(wrong.Output);
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal(id, d.Id));

        // Suppressed as the page says, nothing is left.
        var suppression = Suppression().Match(page[page.IndexOf("## How to suppress it", StringComparison.Ordinal)..]).Value;
        Assert.EndsWith(id, suppression, StringComparison.Ordinal);
        var suppressed = Plugin.Analyze(new Plugin($"{suppression}\n{Code(page, "Wrong", isProgram)}", isProgram).Output);
        Assert.Equal(found.Length, suppressed.Length);
        Assert.All(suppressed, d => Assert.True(d.IsSuppressed, d.ToString()));

        var right = new Plugin(Code(page, "Right", isProgram), isProgram);
        Assert.Empty(Plugin.Analyze(right.Output).Select(d => d.ToString()));
        Assert.Empty(right.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Fix_that_the_page_speaks_of_puts_its_wrong_code_right(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        if (!page.Contains("**Fix in the editor:** yes", StringComparison.Ordinal) || IsLeftToAuthor(id))
        {
            return;
        }

        var kind = OutputKind.DynamicallyLinkedLibrary;
        var project = Fixing.Project("Fashion", kind, Code(page, "Wrong", isProgram: false));
        foreach (var fix in typeof(PartialFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CodeFixProvider))).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!).Where(f => f.FixableDiagnosticIds.Contains(id)))
        {
            if (await Fixing.FixFirstAsync(fix, project) is { } fixedProject)
            {
                // One offer puts one finding right.
                for (; Plugin.Analyze((await fixedProject.GetCompilationAsync())!).Any(d => d.Id == id); fixedProject = (await Fixing.FixFirstAsync(fix, fixedProject))!)
                {
                    Assert.NotNull(fixedProject);
                }

                await Fixing.IsCleanAsync(fixedProject);
                return;
            }
        }

        Assert.Fail("Nothing is offered.");
    }

    // These pages show a mistake of which a part, or what follows from the fix in the body, is the author's to write.
    private static bool IsLeftToAuthor(string id) => id is "SYN1008" or "SYN1009" or "SYN2001" or "SYN2006" or "SYN2007" or "SYN2019";

    private static string Code(string page, string section, bool isProgram)
    {
        var blocks = CodeBlock().Matches(page[page.IndexOf($"## {section}\n", StringComparison.Ordinal)..]);
        return blocks[0].Groups[1].Value + (isProgram ? Main : string.Empty);
    }

    [GeneratedRegex(@"#pragma warning disable SYN\d{4}")]
    private static partial Regex Suppression();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
