using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Synapse.Package.Tests;

/// <summary>What an author gets who has the packages and nothing else: no checkout, no network.</summary>
public sealed partial class PackageTests(Feed feed) : IClassFixture<Feed>
{
    [Fact]
    public void Generator_rules_fixes_and_templates_are_in_the_package()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"Synapse.Generators.{feed.Version}.nupkg"));
        Assert.Equal(
            ["Scriban.Signed.dll", "Synapse.CodeFixes.dll", "Synapse.Generators.dll"],
            package.Entries.Where(e => e.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, e => e.FullName.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_of_a_plugin_full_of_mistakes_says_each_of_them_with_its_page()
    {
        using var consumer = new Consumer(feed);
        var samples = Path.Combine(Feed.Root, "samples", "Mistakes");
        foreach (var file in Directory.GetFiles(samples, "*.cs"))
        {
            consumer.Write(Path.GetFileName(file), File.ReadAllText(file));
        }

        consumer.Project("mistakes.csproj");
        var (exitCode, log) = consumer.Dotnet("build", "mistakes.csproj", "--nologo", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:ErrorLog=log.sarif%2Cversion=2.1");
        Assert.True(exitCode == 1, log);
        var sarif = File.ReadAllText(Path.Combine(consumer.Folder, "log.sarif"));
        foreach (var id in Directory.GetFiles(samples, "SYN*.cs").Select(f => Path.GetFileNameWithoutExtension(f)))
        {
            // What is no more than an information stands in the log of the compiler and not in that of the build.
            Assert.True(log.Contains($" {id}: ", StringComparison.Ordinal) || sarif.Contains($"\"ruleId\": \"{id}\"", StringComparison.Ordinal), $"{id} is missing in:\n{log}");
            Assert.Matches($"\"helpUri\": \"https://[^\"]+/docs/diagnostics/{id}\\.md\"", sarif);
        }

        Assert.DoesNotMatch(OfCompiler(), log);
    }

    [Fact]
    public void Two_plugins_that_see_each_other_build_and_run()
    {
        using var consumer = new Consumer(feed);
        const string Names = "<PropertyGroup><AssemblyName>{0}</AssemblyName><RootNamespace>{1}</RootNamespace><PublishAot>false</PublishAot></PropertyGroup>";
        consumer.Project("first/first.csproj", string.Format(null, Names, "first plugin", "First"));
        consumer.Write("first/Plugin.cs", Plugin("first", "First", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"second plugin\")]"));
        consumer.Project("second/second.csproj", string.Format(null, Names, "second plugin", "Second") + "<ItemGroup><ProjectReference Include=\"../first/first.csproj\" /></ItemGroup>");
        consumer.Write("second/Plugin.cs", Plugin("second", "Second", string.Empty));
        consumer.Write("both.slnx", "<Solution><Project Path=\"first/first.csproj\" /><Project Path=\"second/second.csproj\" /></Solution>");

        Assert.DoesNotMatch("warning|error", consumer.Build("both.slnx", exitCode: 0));
        foreach (var name in (string[])["first", "second"])
        {
            var (exitCode, said) = consumer.Dotnet("run", "--no-build", "--project", $"{name}/{name}.csproj", "--", "describe");
            Assert.True(exitCode == 0, said);
            Assert.Contains(name, said, StringComparison.Ordinal);
            Assert.Contains("work", said, StringComparison.Ordinal);
            Assert.Contains("work_again", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Generated_files_are_the_same_in_another_folder_culture_line_ending_and_order_of_files()
    {
        var here = Generated("en_US.UTF-8", "\n", "a.cs", "b.cs");
        Assert.True(here.Count > 4);
        Assert.Equal(here, Generated("tr_TR.UTF-8", "\r\n", "z.cs", "y.cs"));
        Assert.Equal(here, Generated("fi_FI.UTF-8", "\n", "deep/z.cs", "b.cs"));
    }

    private SortedDictionary<string, string> Generated(string culture, string newline, string first, string second)
    {
        using var consumer = new Consumer(feed) { Culture = culture };
        consumer.Project("plugin.csproj", "<PropertyGroup><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>$(BaseIntermediateOutputPath)generated</CompilerGeneratedFilesOutputPath></PropertyGroup>");
        consumer.Write(first, Plugin("plugin", "First", string.Empty).ReplaceLineEndings(newline));
        consumer.Write(second, "[Params] public sealed partial record Limits { [Range(-1.5, 2.5)] public double Rate { get; init; } = -0.5; /// <summary>İıI.</summary>\n public int InitialIndex { get; init; } = -3; }".ReplaceLineEndings(newline));
        consumer.Build("plugin.csproj", exitCode: 0);
        var written = Path.Combine(consumer.Folder, "obj", "generated", "Synapse.Generators");
        return new(Directory.GetFiles(written, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
    }

    // The same names of types in two namespaces, nested and in a file-scoped namespace.
    private static string Plugin(string code, string space, string more) => $$"""
        [assembly: SynapsePlugin("{{code}}")]
        {{more}}
        namespace {{space}}
        {
            internal sealed record Part(int Count);

            [Params] internal sealed partial record Settings { public int Size { get; init; } = 1; }

            [PluginAction("work")]
            internal sealed partial class Work
            {
                [Step] Part Make(Settings p) => new(p.Size);
                [Step] int Count(Part part) => part.Count;
            }
        }

        namespace {{space}}.Inner
        {
            internal static partial class Outer
            {
                internal sealed record Part(string Name);

                [Params] internal sealed partial record Settings { public string Name { get; init; } = "x"; }

                [PluginAction("work_again")]
                internal sealed partial class Work
                {
                    [Step] Part Make(Settings p) => new(p.Name);
                }
            }
        }
        """;

    [GeneratedRegex("error CS\\d{4}")]
    private static partial Regex OfCompiler();
}
