namespace Synapse.Package.Tests;

/// <summary>An empty folder outside the checkout, whose only source of packages is the feed: what else it needs must be on the machine.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synapse consumer ").FullName;
    private readonly Feed feed;

    public Consumer(Feed feed)
    {
        this.feed = feed;
        Write("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{feed.Packages}" /></packageSources></configuration>""");
    }

    public string Folder => folder;

    /// <summary>The culture in which programs run.</summary>
    public string Culture { get; init; } = "en_US.UTF-8";

    public void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A project file of the Sdk in the feed.</summary>
    public void Project(string name, string content = "") => Write(name, $"<Project Sdk=\"Synapse.Sdk/{feed.Version}\">{content}</Project>");

    public (int ExitCode, string Output) Dotnet(params string[] arguments) => Feed.Run(Culture, "dotnet", folder, arguments);

    public string Build(string project, int exitCode)
    {
        var (code, output) = Dotnet("build", project, "--nologo", "-v:q", "-tl:off", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Assert.True(code == exitCode, output);
        return output;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
