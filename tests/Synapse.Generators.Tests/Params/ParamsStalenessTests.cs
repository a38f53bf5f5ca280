using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Params;

public sealed class ParamsStalenessTests
{
    private static readonly string[] Sources =
    [
        """
        using Synapse;
        [Params] public partial record P : Base
        {
            /// <summary>Old text.</summary>
            public Mode Mode { get; init; } = Mode.A;
            public int Count { get; init; } = Constants.Default;
            public Nested Nested { get; init; } = new();
            partial void Validate(ParamErrors errors) { var a = 1; }
        }
        """,
        "using Synapse; [Params] public abstract partial record Base { public string? Owner { get; init; } }",
        "public enum Mode { A, B }",
        "public static class Constants { public const int Default = 3; public static int Method() { return 1; } }",
        "using Synapse; [Params] public partial record Nested { public int X { get; init; } }",
    ];

    [Fact]
    public void Follows_every_edit_wherever_it_is_made() => Staleness.NeverStale(
        Sources,
        new(2, "B }", "Beta, C }"),
        new(3, "= 3", "= 4"),
        new(1, "Owner", "Boss"),
        new(4, "int X", "long Y"),
        new(0, "Old text", "New text"),
        new(0, "var a = 1", "var a = 2"),
        new(0, "Mode.A", "Mode.C"),
        new(1, "string? Boss", "object? Boss"),
        new(1, "object? Boss", "Mode Boss"),
        new(2, "public enum Mode {", "public enum Mode { First = 9,"),
        new(4, "[Params] public partial", "public partial"),
        new(4, "public partial", "[Params] public partial"),
        new(0, "P : Base", "P"));

    [Fact]
    public void An_attribute_on_two_parts_is_one_answer() =>
        Assert.Contains("ParamsBinder", GeneratorTest.RunBroken("using Synapse; [Params] public partial record P { public int A { get; init; } } [Params] public partial record P { }"), StringComparison.Ordinal);

    [Fact]
    public void A_body_edit_hands_out_the_same_models()
    {
        var sources = Enumerable.Range(0, 50).Select(i => $"using Synapse; [Params] public partial record P{i} {{ public int A {{ get; init; }} }}").Append("class C { int M() { return 1; } }").ToArray();
        Microsoft.CodeAnalysis.Compilation compilation = Compiling.Compile(sources);
        var driver = Driving.Driver().RunGenerators(compilation);
        var before = Models(driver);
        var body = compilation.SyntaxTrees.Single(t => t.FilePath == "File50.cs");
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(body, Compiling.Parse("class C { int M() { return 2; } }", "File50.cs")));
        Assert.Equal(50, before.Length);
        Assert.All(before.Zip(Models(driver)), pair => Assert.Same(pair.First, pair.Second));

        static object[] Models(Microsoft.CodeAnalysis.GeneratorDriver driver) =>
            [.. driver.GetRunResult().Results.Single().TrackedSteps[Pipelines.ParamsPipeline.TrackingParse].SelectMany(s => s.Outputs).Select(o => o.Value)];
    }

    [Fact]
    public void A_body_edit_builds_no_model()
    {
        var memo = new Parsing.Memo<string>();
        var compilation = Compiling.Compile(Sources);
        Build(compilation);
        var body = compilation.SyntaxTrees.Single(t => t.FilePath == "File3.cs");
        compilation = (Microsoft.CodeAnalysis.CSharp.CSharpCompilation)compilation.ReplaceSyntaxTree(body, Compiling.Parse(Sources[3].Replace("return 1", "return 2", StringComparison.Ordinal), "File3.cs"));
        Build(compilation);
        Assert.Equal(1, memo.Builds);
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(t => t.FilePath == "File3.cs"), Compiling.Parse(Sources[3].Replace("= 3", "= 4", StringComparison.Ordinal), "File3.cs"));
        Build(compilation);
        Assert.Equal(2, memo.Builds);

        void Build(Microsoft.CodeAnalysis.CSharp.CSharpCompilation of)
        {
            var type = of.SyntaxTrees.Single(t => t.FilePath == "File0.cs").GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.RecordDeclarationSyntax>().Single();
            memo.GetOrBuild(type, of, () => "model", CancellationToken.None);
        }
    }
}
