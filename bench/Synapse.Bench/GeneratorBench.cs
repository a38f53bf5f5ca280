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
    private const int Edits = 25;

    private static readonly CSharpParseOptions options = new(LanguageVersion.Preview);

    /// <summary>An edit inside a method.</summary>
    public IEnumerable<Figure> Body()
    {
        var (value, floor) = Edit(Source.WithBody);
        yield return new("generator.body.200", value, "ms", floor, "body edit, 200 actions; floor: a bare ForAttributeWithMetadataName generator; goal 2");
    }

    /// <summary>An edit of a declaration: a property with another default.</summary>
    public IEnumerable<Figure> Declaration()
    {
        var (value, floor) = Edit(Source.WithDefault);
        yield return new("generator.decl.200", value, "ms", floor, "declaration edit, 200 actions; floor as for body; goal 5");
    }

    /// <summary>The first run in a warm process.</summary>
    public IEnumerable<Figure> Cold()
    {
        var ours = new List<double>();
        var bare = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            var compilation = Compile();
            ours.Add(Run(Driver(new SynapseGenerator()), compilation).Milliseconds);
            bare.Add(Run(Driver(new BareGenerator()), Compile()).Milliseconds);
        }
        yield return new("generator.cold.200", Statistics.Median(ours.Skip(2)), "ms", Statistics.Median(bare.Skip(2)), "all of 200 actions; floor as for body");
    }

    // Both see each edit in turn, on compilations of their own: what one binds the other must not find bound.
    private static (double Value, double Floor) Edit(Func<int, int, string> edited)
    {
        var ours = new Edited(Driver(new SynapseGenerator()), Compile());
        var bare = new Edited(Driver(new BareGenerator()), Compile());
        for (var i = 1; i <= Warmup + Edits; i++)
        {
            var text = Microsoft.CodeAnalysis.Text.SourceText.From(edited(7, i));
            ours.Apply(text);
            bare.Apply(text);
        }
        return (Statistics.Median(ours.Times.Skip(Warmup)), Statistics.Median(bare.Times.Skip(Warmup)));
    }

    private static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options);

    private static (GeneratorDriver Driver, double Milliseconds) Run(GeneratorDriver driver, Compilation compilation)
    {
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return (driver, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private sealed class Edited(GeneratorDriver driver, CSharpCompilation compilation)
    {
        private GeneratorDriver _driver = driver.RunGenerators(compilation);
        private CSharpCompilation _compilation = compilation;

        public List<double> Times { get; } = [];

        public void Apply(Microsoft.CodeAnalysis.Text.SourceText text)
        {
            var tree = _compilation.SyntaxTrees[7];
            _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
            (_driver, var time) = Run(_driver, _compilation);
            Times.Add(time);
        }
    }

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Plugin",
        Enumerable.Range(0, Actions).Select(i => CSharpSyntaxTree.ParseText(Source.Of(i), options, $"Action{i}.cs")),
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ActionContext).Assembly.Location)],
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
