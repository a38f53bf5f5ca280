using System.Diagnostics;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators;

namespace Synapse.Bench;

/// <summary>What an edit costs in a project of 200 actions, against a generator that finds attributes and writes one line.</summary>
internal sealed class GeneratorBench
{
    private const int Actions = 200;
    private const int Warmup = 15;
    private const int Edits = 15;

    private static readonly CSharpParseOptions options = new(LanguageVersion.Preview);

    /// <summary>An edit inside a method.</summary>
    public IEnumerable<Figure> Body()
    {
        var (value, floor) = (Edit(new SynapseGenerator(), Source.WithBody), Edit(new BareGenerator(), Source.WithBody));
        yield return new("generator.body.200", value, "ms", floor, "body edit, 200 actions; floor: a bare ForAttributeWithMetadataName generator; goal 2");
    }

    /// <summary>An edit of a declaration: a property with another default.</summary>
    public IEnumerable<Figure> Declaration()
    {
        var (value, floor) = (Edit(new SynapseGenerator(), Source.WithDefault), Edit(new BareGenerator(), Source.WithDefault));
        yield return new("generator.decl.200", value, "ms", floor, "declaration edit, 200 actions; floor as for body; goal 5");
    }

    /// <summary>The first run in a warm process.</summary>
    public IEnumerable<Figure> Cold()
    {
        var (value, floor) = (First(() => new SynapseGenerator()), First(() => new BareGenerator()));
        yield return new("generator.cold.200", value, "ms", floor, "all of 200 actions; floor as for body");
    }

    private static double Edit(IIncrementalGenerator generator, Func<int, int, string> edited)
    {
        var compilation = Compile();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options);
        driver = driver.RunGenerators(compilation);
        var times = new List<double>();
        for (var i = 1; i <= Warmup + Edits; i++)
        {
            var tree = compilation.SyntaxTrees[7];
            var next = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(edited(7, i)));
            compilation = compilation.ReplaceSyntaxTree(tree, next);
            var start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Statistics.Median(times.Skip(Warmup));
    }

    private static double First(Func<IIncrementalGenerator> generator)
    {
        var times = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create([generator().AsSourceGenerator()], parseOptions: options);
            var compilation = Compile();
            var start = Stopwatch.GetTimestamp();
            driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Statistics.Median(times.Skip(1));
    }

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Plugin",
        Enumerable.Range(0, Actions).Select(i => CSharpSyntaxTree.ParseText(Source.Of(i), options, $"Action{i}.cs")),
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ActionContext).Assembly.Location)],
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
