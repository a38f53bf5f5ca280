using System.Reflection;
using Basic.Reference.Assemblies;
using CommunityToolkit.Mvvm.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolyType;
using Synapse.Generators;

namespace Synapse.Bench.Generators;

/// <summary>A generator that is measured, and the project that it works on: the same work in its own dialect.</summary>
internal sealed class Contender
{
    public static readonly Contender Synapse = new("synapse", () => [new SynapseGenerator()], Sources.Synapse, typeof(ActionContext));
    public static readonly Contender Bare = new("bare", () => [new BareGenerator()], Sources.Synapse, typeof(ActionContext));

    public static readonly Contender Reading = new("reading", () => [new ReadingGenerator()], Sources.Synapse, typeof(ActionContext));

    /// <summary>Known generators that write as much for as many types.</summary>
    public static readonly Contender[] Known =
    [
        new("polytype", () => FromPackage("PolyType.SourceGenerator.dll"), Sources.PolyType, typeof(GenerateShapeAttribute)),
        new("mvvm", () => FromPackage("CommunityToolkit.Mvvm.SourceGenerators.dll"), Sources.Mvvm, typeof(ObservableObject)),
    ];

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private readonly Func<IIncrementalGenerator[]> _generators;
    private readonly Func<int, int, int, string> _source;
    private readonly Type _library;

    private Contender(string name, Func<IIncrementalGenerator[]> generators, Func<int, int, int, string> source, Type library)
    {
        Name = name;
        _generators = generators;
        _source = source;
        _library = library;
    }

    public string Name { get; }

    public static Contender Find(string name) => Known.Append(Synapse).Append(Bare).Append(Reading).Single(c => c.Name == name);

    public string WithBody(int index, int edit) => _source(index, edit, 10);

    public string WithDefault(int index, int edit) => _source(index, 0, 10 + edit);

    public GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([.. _generators().Select(g => g.AsSourceGenerator())], parseOptions: Options);

    public CSharpCompilation Compile(int files) => CSharpCompilation.Create(
        "Plugin",
        Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(_source(i, 0, 10), Options, $"Action{i}.cs")),
        [.. Net100.References.All, MetadataReference.CreateFromFile(_library.Assembly.Location)],
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Fails when the contender does not do its work, which would be quick.</summary>
    public void Check(GeneratorDriver driver, int files)
    {
        var result = driver.GetRunResult();
        var problem = result.Results.FirstOrDefault(r => r.Exception is not null).Exception?.Message
            ?? result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.ToString()
            ?? (result.GeneratedTrees.Length < files ? $"{result.GeneratedTrees.Length} files were written for {files}" : null);
        if (problem is not null)
        {
            throw new InvalidOperationException($"The generator {Name} did not work: {problem}");
        }
    }

    private static IIncrementalGenerator[] FromPackage(string file) =>
    [
        .. Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "known", file)).GetTypes()
            .Where(t => !t.IsAbstract && t.IsDefined(typeof(GeneratorAttribute)) && t.IsAssignableTo(typeof(IIncrementalGenerator)))
            .Select(t => (IIncrementalGenerator)Activator.CreateInstance(t, nonPublic: true)!),
    ];
}
