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

    private static string Path(int file) => $"File{file}.cs";
}
