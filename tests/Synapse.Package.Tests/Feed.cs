using System.Diagnostics;
using System.Reflection;

namespace Synapse.Package.Tests;

/// <summary>The packages of this checkout in a folder, under a version of their own, packed once for all tests.</summary>
public sealed class Feed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synapse-feed-").FullName;

    public Feed()
    {
        var packed = Run("bash", Root, Path.Combine(Root, "eng", "pack.sh"), Packages, Version);
        Assert.True(packed.ExitCode == 0, packed.Output);
    }

    /// <summary>The checkout.</summary>
    public static string Root { get; } =
        typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Root").Value!;

    public string Packages => Path.Combine(folder, "packages");

    public string Version { get; } = $"0.0.0-feed.{DateTime.UtcNow.Ticks}";

    /// <summary>Runs a program to its end.</summary>
    public static (int ExitCode, string Output) Run(string program, string directory, params string[] arguments) => Run("en_US.UTF-8", program, directory, arguments);

    /// <summary>Runs a program to its end in another culture.</summary>
    public static (int ExitCode, string Output) Run(string culture, string program, string directory, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = culture;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill();
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end.");
        }

        return (process.ExitCode, output + error.Result);
    }

    // Nothing of these packages stays in the machine's cache.
    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var used in Directory.Exists(cache) ? Directory.GetDirectories(cache, "synapse.*").Select(package => Path.Combine(package, Version)).Where(Directory.Exists) : [])
        {
            Directory.Delete(used, recursive: true);
        }
    }
}
