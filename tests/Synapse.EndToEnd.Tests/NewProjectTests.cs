using Synapse.EndToEnd.Tests.Support;

namespace Synapse.EndToEnd.Tests;

/// <summary>The README in an empty folder: a project of one line against the packed Sdk.</summary>
public sealed class NewProjectTests : IDisposable
{
    private readonly Plugin dotnet = new("dotnet");
    private readonly string version = $"0.0.0-e2e.{DateTime.UtcNow.Ticks}";

    [Fact]
    public void One_line_project_builds_and_refuses_an_upload_without_steps()
    {
        var packages = Path.Combine(dotnet.Folder, "packages");
        using (var pack = new Plugin("bash", Path.Combine(Repository.Root, "eng", "pack.sh")))
        {
            pack.Run(packages, version).Exits(0);
        }
        dotnet.WriteFile("nuget.config", $"""<configuration><packageSources><add key="synapse" value="{packages}" /></packageSources></configuration>""");
        dotnet.WriteFile("hello.csproj", $"""<Project Sdk="Synapse.Sdk/{version}" />""");
        var code = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("```csharp\n")[1].Split("```")[0];
        dotnet.WriteFile("Upload.cs", code);

        dotnet.Run("build").Exits(0);
        Assert.Contains("upload", dotnet.Run("run", "--no-build", "--", "describe").Exits(0).Out, StringComparison.Ordinal);

        var steps = code.IndexOf("    [Step", StringComparison.Ordinal);
        dotnet.WriteFile("Upload.cs", code[..steps] + "}\n");
        var refused = dotnet.Run("build", "-clp:NoSummary").Exits(1);
        Assert.Contains("Upload.cs(11,29): error SYN2001", refused.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", refused.Out, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        dotnet.Dispose();
        // The packages of this one test must not stay in the machine's cache.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.Exists(cache) ? Directory.GetDirectories(cache, "synapse.*") : [])
        {
            var used = Path.Combine(package, version);
            if (Directory.Exists(used))
            {
                Directory.Delete(used, recursive: true);
            }
        }
    }
}
