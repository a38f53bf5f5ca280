using System.Text.RegularExpressions;
using Synapse.Runtime.Journal;
using Synapse.Runtime.Reporting;
using Synapse.Runtime.Tests.Support;

namespace Synapse.Runtime.Tests.Journal;

/// <summary>The pages about what is stored name all of it, and nothing else.</summary>
public sealed partial class JournalPageTests
{
    [Fact]
    public void Every_table_of_the_journal_stands_on_its_page()
    {
        using var run = new TestRun();
        run.Create().Dispose();
        using var database = JournalSchema.OpenForReading(run.Folder.Database);
        using var row = database.Prepare("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name");
        var tables = new List<string>();
        while (row.Step())
        {
            tables.Add(row.RequiredText(0));
        }

        Assert.Equal(tables, Named("journal.md", "## Tables", "\n\n## ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Version_of_the_tables_stands_on_their_page() =>
        Assert.Contains($"the version of its tables: {JournalSchema.Version}.", Read("journal.md").ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public void Every_type_of_event_stands_on_its_page()
    {
        var types = typeof(EventTypes).GetFields().Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);
        Assert.Equal(types.Order(StringComparer.Ordinal), Named("events.md", "| type | data |", "\n\n").Order(StringComparer.Ordinal));
    }

    /// <summary>The names in the first column of a table.</summary>
    private static IEnumerable<string> Named(string page, string from, string to)
    {
        var text = Read(page);
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var part = text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
        return FirstColumn().Matches(part).SelectMany(static row => Name().Matches(row.Value).Select(static name => name.Groups[1].Value));
    }

    private static string Read(string page)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Synapse.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return File.ReadAllText(Path.Combine(folder, "docs", page));
    }

    [GeneratedRegex(@"^\|[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
