using System.Text.RegularExpressions;
using Synapse.Hosting.Tests.Fixture;

namespace Synapse.Hosting.Tests.CommandLine;

/// <summary>The commands on the page about runs are commands, with options that they have.</summary>
public sealed partial class RunsPageTests
{
    [Fact]
    public void Every_command_of_the_page_is_understood()
    {
        using var cli = new Cli();
        var commands = Commands().ToList();
        Assert.True(commands.Count > 15, $"only {commands.Count} commands on the page");
        Assert.All(commands, words => cli.Run([.. words, "--help"]).Succeeds($"Usage: fashion {words[0]}"));
    }

    private static IEnumerable<string[]> Commands()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Synapse.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(folder, "docs", "runs.md"))))
        {
            foreach (Match command in Command().Matches(block.Value))
            {
                yield return command.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    [GeneratedRegex("```bash\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^fashion ([^#|\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
