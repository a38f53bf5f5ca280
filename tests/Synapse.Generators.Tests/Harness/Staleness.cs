using Microsoft.CodeAnalysis;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Replaces text in one of the files.</summary>
internal sealed record Edit(int File, string Old, string New);

/// <summary>The one property that makes incremental output right: after any edit it is what a cold run would write.</summary>
internal static class Staleness
{
    public static void NeverStale(string[] sources, params Edit[] edits)
    {
        var texts = (string[])sources.Clone();
        Compilation compilation = Compiling.Compile(texts);
        var driver = Driving.Driver().RunGenerators(compilation);
        foreach (var edit in edits)
        {
            Assert.Contains(edit.Old, texts[edit.File], StringComparison.Ordinal);
            texts[edit.File] = texts[edit.File].Replace(edit.Old, edit.New, StringComparison.Ordinal);
            var path = $"File{edit.File}.cs";
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(t => t.FilePath == path), Compiling.Parse(texts[edit.File], path));
            driver = driver.RunGenerators(compilation);
            Assert.Equal(Driving.Cold(Compiling.Compile(texts), memoize: false), Driving.Text(driver));
        }
    }
}
