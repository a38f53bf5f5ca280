using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Synapse.Rules.Tests.Harness;

/// <summary>A project built by the real compiler that must fail, and the comments in it that say what is reported at their lines: <c>// SYN1001 CA1822</c>.</summary>
internal static partial class RealBuild
{
    public static IEnumerable<string> Expected(string project) => Directory.GetFiles(project, "*.cs")
        .SelectMany(file => File.ReadLines(file).Select((text, i) => (Marked: Mark().Match(text), Line: i + 1, File: Path.GetFileName(file))))
        .SelectMany(line => line.Marked.Groups["id"].Captures.Select(id => $"{line.File}({line.Line}): {id.Value}"))
        .Order(StringComparer.Ordinal);

    /// <summary>What the compiler reported, in the form of <see cref="Expected"/>.</summary>
    public static IEnumerable<string> Found(string project, string output) => Report().Matches(output)
        .Select(m => $"{Path.GetRelativePath(project, m.Groups["file"].Value)}({m.Groups["line"].Value}): {m.Groups["id"].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    // What the project refers to is built with these tests. Servers that outlive the build would keep its output open.
    public static async Task<string> RunAsync(string project, params string[] more)
    {
        var configuration = typeof(RealBuild).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            ArgumentList = { "build", "--nologo", "-v:q", "-tl:off", "-clp:NoSummary", "-nodeReuse:false", "-c", configuration, "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false" },
        };
        Array.ForEach(more, start.ArgumentList.Add);
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode != 0, output);
        return output;
    }

    [GeneratedRegex(@"//( (?<id>[A-Z]{2,3}\d{4}))+$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<file>[^(\n]+)\((?<line>\d+),\d+\): (error|warning) (?<id>\w+):|^(?<file>[^:\n]+) : (?<line>)(error|warning) (?<id>\w+):", RegexOptions.Multiline)]
    private static partial Regex Report();
}
