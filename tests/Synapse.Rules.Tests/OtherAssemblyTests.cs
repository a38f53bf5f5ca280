using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>
/// A step set, its types and a params base are judged alike from their source and from the assembly that a library made of
/// them, also from its reference assembly: symbols and attributes carry all that a rule asks for.
/// </summary>
public sealed class OtherAssemblyTests
{
    private const string Usings = "global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations;";

    private const string Set = "[StepSet] public class Shared { ";

    public static TheoryData<string, string, string> Pairs => new()
    {
        { Set + "[Step] public int First() => 1; }", "[Step] int Second(int first) => first;", "" },
        { Set + "[Step] public int First() => 1; }", "[Step(Name = \"first\")] string Mine() => \"\";", "SYN2002" },
        { Set + "[Step(Name = \"First\")] public int First() => 1; }", "[Step] string Mine() => \"\";", "SYN2010" },
        { Set + "[Step(Weight = 0, Retries = -1)] public int First() => 1; }", "[Step] string Mine() => \"\";", "SYN2005 SYN2022" },
        { Set + "[Step] internal int First() => 1; [Step] public int Second() => 2; }", "[Step] string Mine(int n) => \"\";", "" },
        { Set + "[Step] public string First(int number) => \"\"; }", "[Step] int Mine() => 1;", "SYN2008" },
        { Set + "[Step] public string First(int number) => \"\"; }", "[Step(Before = nameof(Shared.First))] int Mine() => 1;", "" },
        { Set + "[Step] public int First() => 1; [Step] public int Second() => 2; }", "[Step] string Mine(int n) => \"\";", "SYN2008" },
        { Set + "[Step] public DurableList<string> First() => new([]); }", "[Step] int Mine(string text) => 1;", "SYN2008" },
        { Set + "[Step(SkipWhen = nameof(Never))] public int First() => 1; public string? Never() => null; }", "[Step] string Mine(int n) => \"\";", "SYN2019" },
        { Set + "[Step] public string? First() => null; [Step] public int Second(string text) => 1; }", "[Step] bool Mine(string text) => true;", "SYN2019 SYN2019" },
        { Set + "[Step(Rollback = nameof(Undo))] public int First() => 1; public void Undo(long n) { } }", "[Step] string Mine() => \"\";", "SYN2007" },
        { Set + "[Step(Rollback = nameof(Undo))] public int First() => 1; public int Undo() => 1; }", "[Step] string Mine() => \"\";", "SYN2006" },
        { Set + "[Step(After = \"Mine\")] public int First() => 1; }", "[Step(After = nameof(Shared.First))] string Mine() => \"\";", "SYN2004" },
        { Set + "[Step] public Found First() => null!; } public sealed record Found(Part[] Items); public sealed record Part(Stream Content);", "[Step] int Mine(Found f) => 1;", "SYN2009" },
        { Set + "[Step] public Found First() => null!; } public sealed class Found { public int Count { get; } = 1; public string Name { get; set; } = \"\"; }", "[Step] int Mine(Found f) => 1;", "SYN2009" },
        { Set + "[Step] public Found First() => null!; } public sealed class Found(string name) { public string Name { get; } = name; public int Length => Name.Length; }", "[Step] int Mine(Found f) => 1;", "" },
        { Set + "[Step] public async void First() => await Task.Yield(); }", "[Step] int Mine() => 1;", "" },
        { "[StepSet] public class Shared(string text) { [Step] public string First() => text; }", "[Step] int Mine() => 1;", "SYN1002" },
        { "[StepSet(7)] public class Shared { [Step] public string First() => \"\"; }", "[Step] int Mine() => 1;", "SYN2018" },
        { Set + "[Step] public int First(Base p) => p.A; } [Params] public abstract partial record Base { public int A { get; init; } }", "[Step] string Mine(Own p) => \"\"; [Params] public sealed partial record Own : Base { public int B { get; init; } }", "" },
        { Set + "[Step] public int First(Base p) => p.A; } [Params] public sealed partial record Base { public int A { get; init; } }", "[Step] string Mine(Own p) => \"\"; [Params] public sealed partial record Own { public int B { get; init; } }", "SYN1014" },
        { Set + "[Step] public int First() => 1; } [Params] public abstract partial record Base { [Range(1, 5)] public int A { get; init; } = 3; }", "[Step] string Mine(Own p) => \"\"; [Params] public sealed partial record Own : Base { [System.Text.Json.Serialization.JsonPropertyName(\"a\")] public int B { get; init; } }", "SYN3004" },
        { Set + "[Step] public Row First() => null!; } public sealed record Row(int A); [Journaled] public sealed record Marked(int A);", "[Step] async Task Mine(Row r, TrainContext run) { await run.ForEachAsync([1], n => $\"{n}\", (n, _) => Task.FromResult(r)); await run.ForEachAsync([1], n => $\"{n}\", (n, _) => Task.FromResult(new Marked(1)), name: \"b\"); }", "" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Findings_are_those_of_the_source(string library, string members, string expected)
    {
        var action = $"[UseSteps<Shared>] [TrainAction] public sealed partial class Train {{ {members} }}";
        var together = Found(Compiling.Compile([action, library, Usings]));
        Assert.Equal(expected, string.Join(" ", together.Select(f => f.Split(' ')[0])));

        // What the library project's own generator adds to it stands in the assembly as well.
        Driving.Driver().RunGeneratorsAndUpdateCompilation(Compiling.Compile([library, Usings]), out var compiled, out _);
        foreach (var metadataOnly in (bool[])[false, true])
        {
            using var image = new MemoryStream();
            var emitted = ((CSharpCompilation)compiled).WithAssemblyName("Shared").Emit(image, options: new(metadataOnly: metadataOnly, includePrivateMembers: !metadataOnly));
            Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
            image.Position = 0;
            Assert.Equal(together, Found(Compiling.Compile([action, Usings], more: MetadataReference.CreateFromStream(image))).Select(f => f.Replace("'Shared' with", "'Plugin' with", StringComparison.Ordinal)));
        }
    }

    // Of the action's own file; what is wrong with the library alone, its own project says.
    private static string[] Found(CSharpCompilation compilation) =>
        [.. Plugin.Analyze(compilation).Where(d => d.Location.SourceTree?.FilePath == "File0.cs").Select(d => $"{d.Id} {d.Location.SourceSpan} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
}
