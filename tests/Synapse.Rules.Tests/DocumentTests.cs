using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Harness;
using Synapse.Testing;

namespace Synapse.Rules.Tests;

/// <summary>The code in the documents compiles without a warning, and no rule has anything against it.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Of assemblies built for another .NET; the SDK does not say it either.</summary>
    private const string AssumedVersion = "CS1701";

    private const string Uploading = """
        [assembly: SynapsePlugin("tests")]
        [Params] public sealed partial record UploadParams { public required string Path { get; init; } }
        public sealed record UploadResult(long? Dataset);
        [UploadAction] public sealed partial class Upload { [Step] UploadResult Send(UploadParams p) => new(p.Path.Length); }
        [Params] public sealed partial record TrainParams { public required long Dataset { get; init; } }
        [TrainAction] public sealed partial class Train { public Task<long> ExecuteAsync(TrainParams p) => Task.FromResult(p.Dataset); }
        """;

    private static readonly Dictionary<string, Func<string, string[]>> Around = new()
    {
        ["params.md 1"] = static code => [code, "[Params] public sealed partial record Optimizer { public double Lr { get; init; } = 0.01; }"],
        ["processes.md 1"] = static code => [code, "public sealed record TrainResult(Model Model); [Params] public sealed partial record TrainParams { public int Epochs { get; init; } = 1; }"],
        ["processes.md 2"] = static code => [$$"""
            public sealed class Part
            {
                public int Lines;
                void Count(string line) => Lines += line.Length;
                public async Task<int> RunAsync(RunContext run, string list, CancellationToken ct)
                {
                    {{code}}
                    return result.ExitCode;
                }
            }
            """],
        ["testing.md 1"] = static code => [Test(code), Uploading],
        ["testing.md 2"] = static code => [Test(code + "Assert.NotNull(trained);"), Uploading],
        ["testing.md 3"] = static code => [Test(code), Uploading],
    };

    private static readonly MetadataReference[] Tested =
    [
        MetadataReference.CreateFromFile(typeof(ActionTest).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
    ];

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(static path => Path.GetFileName(path)).Append("../README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_of_the_document_compiles(string page)
    {
        var number = 0;
        foreach (var code in Blocks(page, "csharp"))
        {
            var block = $"{page} {++number}";
            var plugin = new Plugin(Around.TryGetValue(block, out var around) ? around(code) : [code], Tested);
            Assert.Empty(Plugin.Analyze(plugin.Output).Select(found => $"{block}: {found}"));
            Assert.Empty(plugin.Output.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning && found.Id != AssumedVersion).Select(found => $"{block}: {found}"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Json_of_the_document_is_json(string page) =>
        Assert.All(Blocks(page, "json"), static json => JsonDocument.Parse(json).Dispose());

    [Fact]
    public void Documents_with_code_are_read()
    {
        Assert.True(Blocks("durability.md", "csharp").Count >= 3);
        Assert.NotEmpty(Blocks("events.md", "json"));
        Assert.All(Around.Keys, static block => Assert.True(Blocks(block.Split(' ')[0], "csharp").Count >= int.Parse(block.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), block));
    }

    private static string Test(string code) => $$"""
        global using Synapse.Testing;
        global using Xunit;
        public sealed class Tests
        {
            public async Task Test()
            {
                {{code}}
            }
        }
        """;

    private static List<string> Blocks(string page, string language)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", page));
        return [.. Block().Matches(text).Where(block => block.Groups[1].Value == language).Select(static block => block.Groups[2].Value)];
    }

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
