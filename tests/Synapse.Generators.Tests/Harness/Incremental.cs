using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Tests.Harness;

/// <summary>One driver over the versions of a project, which compares each with what a cold run would write.</summary>
internal sealed class Incremental
{
    private readonly string?[] texts;
    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    public Incremental(params string?[] sources)
    {
        texts = (string?[])sources.Clone();
        compilation = Compiling.Compile([]);
        for (var i = 0; i < sources.Length; i++)
        {
            compilation = sources[i] is { } text ? compilation.AddSyntaxTrees(Compiling.Parse(text, Path(i))) : compilation;
        }

        driver = Driving.Driver().RunGenerators(compilation);
    }

    public string Text => Driving.Text(driver);

    /// <summary>The files that the last change had written anew, without their ending, in the order of names.</summary>
    public string Rewritten => string.Join(", ", driver.GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(s => s.Value)
        .SelectMany(s => s.Outputs)
        .Where(o => o.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .SelectMany(o => Files(o.Value))
        .Order(StringComparer.Ordinal));

    /// <summary>The steps of the pipelines that yielded another value than before, with how many.</summary>
    public string Changed => string.Join(", ", driver.GetRunResult().Results.Single().TrackedSteps
        .Where(s => Tracked.Names.Contains(s.Key))
        .Select(s => (s.Key, Count: s.Value.SelectMany(v => v.Outputs).Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))))
        .Where(s => s.Count > 0)
        .OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Key} {s.Count}"));

    public void Replace(int file, string old, string @new)
    {
        Assert.Contains(old, texts[file]!, StringComparison.Ordinal);
        Set(file, texts[file]!.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Adds, changes or, with null, removes a file.</summary>
    public void Set(int file, string? text)
    {
        var before = compilation.SyntaxTrees.SingleOrDefault(t => t.FilePath == Path(file));
        var after = text is null ? null : Compiling.Parse(text, Path(file));
        texts[file] = text;
        Compare((before, after) switch
        {
            (null, null) => compilation,
            (null, _) => compilation.AddSyntaxTrees(after),
            (_, null) => compilation.RemoveSyntaxTrees(before),
            _ => compilation.ReplaceSyntaxTree(before, after),
        });
    }

    /// <summary>The same text in a file of another name.</summary>
    public void Move(int file, int to)
    {
        (texts[file], texts[to]) = (null, texts[file]);
        Compare(compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Single(t => t.FilePath == Path(file))).AddSyntaxTrees(Compiling.Parse(texts[to]!, Path(to))));
    }

    /// <summary>Changes options, references or the order of files.</summary>
    public void Change(Func<CSharpCompilation, CSharpCompilation> change) => Compare(change(compilation));

    private void Compare(CSharpCompilation edited)
    {
        compilation = edited;
        driver = driver.RunGenerators(compilation);

        // Parsed anew, so that no symbol is shared with the run under test.
        var anew = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(t => Compiling.Parse(t.ToString(), t.FilePath)));
        Assert.Equal(Driving.Cold(anew, memoize: false), Text);
    }

    // An output step's value is a pair of what was written and what was reported, both of types of the compiler's own.
    private static IEnumerable<string> Files(object output) =>
        ((System.Collections.IEnumerable)((System.Runtime.CompilerServices.ITuple)output)[0]!).Cast<object>()
            .Select(source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!)
            .Select(name => name[..^".g.cs".Length]);

    private static string Path(int file) => $"File{file}.cs";
}
