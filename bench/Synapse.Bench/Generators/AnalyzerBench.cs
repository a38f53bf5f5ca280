using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Scriban;
using Synapse.Generators;

namespace Synapse.Bench.Generators;

/// <summary>How much of the time of the real compiler goes to the rules, in a project of 1,000 actions.</summary>
internal sealed partial class AnalyzerBench
{
    private const int Actions = 1000;

    public IEnumerable<Figure> Share()
    {
        using var folder = new BenchFolder();
        var arguments = folder.In("plugin.rsp");
        File.WriteAllLines(arguments, Arguments(folder));
        var shares = Enumerable.Range(0, 3).Select(_ => Compile(arguments)).OrderBy(s => s.Analyzers / s.All).ToArray();
        var (all, analyzers) = shares[shares.Length / 2];
        yield return new("analyzers.share", analyzers, "s", all, "the rules, as the compiler reports them; floor: the whole compilation of 1,000 actions; goal 0.1");
    }

    private static (double All, double Analyzers) Compile(string arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Compiler(), "@" + arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && Reported().Match(output) is { Success: true } time
            ? (clock.Elapsed.TotalSeconds, double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The compiler failed:\n{output}");
    }

    // A compiler of its own and not a build: what MSBuild does is no part of the question.
    private static IEnumerable<string> Arguments(BenchFolder folder)
    {
        yield return "/nologo /noconfig /nostdlib+ /target:library /langversion:preview /nullable:enable /optimize+ /reportanalyzer";
        yield return $"/out:\"{folder.In("plugin.dll")}\"";
        foreach (var library in Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Append(typeof(ActionContext).Assembly.Location))
        {
            yield return $"/reference:\"{library}\"";
        }
        yield return $"/analyzer:\"{typeof(SynapseGenerator).Assembly.Location}\"";
        yield return $"/analyzer:\"{typeof(Template).Assembly.Location}\"";
        for (var i = 0; i < Actions; i++)
        {
            File.WriteAllText(folder.In($"Action{i}.cs"), Sources.Synapse(i, 0, 10));
            yield return $"\"{folder.In($"Action{i}.cs")}\"";
        }
    }

    // Of the SDK that builds this checkout.
    private static string Compiler()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["--list-sdks"]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        var (version, folder) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)]);
        return Path.Combine(folder, version, "Roslyn", "bincore", "csc.dll");
    }

    [GeneratedRegex(@"Total analyzer execution time: ([\d.]+) seconds")]
    private static partial Regex Reported();
}
