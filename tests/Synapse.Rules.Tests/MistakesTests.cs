using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Synapse.Generators.Rules;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>What the real compiler says of a plugin with every mistake: each at its line, and nothing that only follows from it.</summary>
public sealed partial class MistakesTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples", "Mistakes");

    [Theory]
    [InlineData("")]
    [InlineData("NoPlugin")]
    public async Task Compiler_reports_each_mistake_at_its_line_and_nothing_else(string folder)
    {
        var project = Path.Combine(Samples, folder);
        var output = await BuildAsync(project);
        var found = Report().Matches(output)
            .Select(m => $"{Path.GetRelativePath(project, m.Groups["file"].Value)}({m.Groups["line"].Value}): {m.Groups["id"].Value}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.True(Expected(project).SequenceEqual(found), output);
    }

    [Fact]
    public void Every_rule_of_actions_and_steps_has_its_mistake() => Assert.Equal(
        ActionRules.All.Concat(StepRules.All).Append(ParamsRules.NotParams).Select(r => r.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Samples, "SYN*.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Expected(string project) => Directory.GetFiles(project, "*.cs")
        .SelectMany(file => File.ReadLines(file).Select((text, i) => (Marked: Mark().Match(text), Line: i + 1, File: Path.GetFileName(file))))
        .Where(line => line.Marked.Success)
        .Select(line => $"{line.File}({line.Line}): {line.Marked.Groups[1].Value}")
        .Order(StringComparer.Ordinal);

    // What the project refers to is built with these tests. Servers that outlive the build would keep its output open.
    private static async Task<string> BuildAsync(string project)
    {
        var configuration = typeof(MistakesTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            ArgumentList = { "build", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary", "-nodeReuse:false", "-c", configuration, "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false" },
        };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode != 0, output);
        return output;
    }

    [GeneratedRegex(@"// (SYN\d{4})$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<file>[^(\n]+)\((?<line>\d+),\d+\): (error|warning) (?<id>\w+):|^(?<file>[^:\n]+) : (?<line>)(error|warning) (?<id>\w+):", RegexOptions.Multiline)]
    private static partial Regex Report();
}
