using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Infrastructure;

/// <summary>What is written depends on what is declared: not on the order of files, their folder, or who else has types of the same name.</summary>
public sealed class SameEverywhereTests
{
    private static readonly string[] Sources =
    [
        "using Synapse; [assembly: SynapsePlugin(\"plugin\")] namespace A; public sealed record Part(int Count); [Params] public sealed partial record P { public int X { get; init; } = 1; } [PluginAction(\"a\")] public sealed partial class Work { [Step] Part Make(P p) => new(1); [Step] Part[] All(Part part) => [part]; }",
        "using Synapse; namespace B { public sealed record Part(string Name); [Params] public sealed partial record P { public string X { get; init; } = \"\"; } [PluginAction(\"b\")] public sealed partial class Work { [Step] Part Make(P p) => new(p.X); [Step] A.Part[] Other() => []; } }",
        "using Synapse; namespace A.B { public static partial class Outer { public sealed record Part(long Size); [PluginAction(\"c\")] public sealed partial class Work { [Step] Part Make() => new(1); } [Journaled] public sealed record Item(A.Part Part); } }",
    ];

    [Fact]
    public void Types_of_one_name_in_several_namespaces_and_classes_do_not_meet() =>
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(GeneratorTest.Run(Sources), @"Steps = Wiring\.Steps\(\)"));

    [Fact]
    public void Order_of_files_changes_nothing()
    {
        var compilation = Compiling.Compile(Sources);
        Assert.Equal(Driving.Cold(compilation), Driving.Cold(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse())));
    }

    [Fact]
    public void Folder_of_files_changes_nothing()
    {
        var compilation = Compiling.Compile(Sources);
        var elsewhere = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select((t, i) => Compiling.Parse(t.ToString(), $"/some where/ä/{9 - i}.cs")));
        Assert.Equal(Driving.Cold(compilation), Driving.Cold(elsewhere));
    }

    [Theory]
    [InlineData("my plugin")]
    [InlineData("7-zip.Ünïcode + more")]
    [InlineData("class")]
    public void Any_name_of_an_assembly_gives_code_that_compiles(string name)
    {
        Driving.Driver().RunGeneratorsAndUpdateCompilation(Compiling.Compile(Sources).WithAssemblyName(name), out var output, out _);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }

    [Fact]
    public void Assemblies_that_see_each_others_internals_do_not_collide()
    {
        const string Friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"second\")]";
        Driving.Driver().RunGeneratorsAndUpdateCompilation(Compiling.Compile([.. Sources, Friend]).WithAssemblyName("first"), out var first, out _);
        var second = Compiling.Compile([Sources[0].Replace("namespace A", "namespace Z", StringComparison.Ordinal) + " [PluginAction(\"x\")] public sealed partial class Uses { [Step] A.Part Make() => new(1); }"], more: ((CSharpCompilation)first).ToMetadataReference()).WithAssemblyName("second");
        Driving.Driver().RunGeneratorsAndUpdateCompilation(second, out var output, out _);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }
}
