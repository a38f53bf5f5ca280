using System.Collections.Concurrent;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Tests.Harness;

/// <summary>Compilations of a plugin project as the SDK sets it up.</summary>
internal static class Compiling
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ParamsAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Synapse.Actions.StandardUpload).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location),
    ];

    // Compilations made of one share what was read of the libraries, which costs more than most plugins.
    private static readonly ConcurrentDictionary<OutputKind, CSharpCompilation> Empty = new();

    public static CSharpParseOptions ParseOptions(DocumentationMode mode = DocumentationMode.None) =>
        new(LanguageVersion.Preview, mode);

    public static CSharpCompilation Compile(IEnumerable<string> sources, DocumentationMode mode = DocumentationMode.None, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, params MetadataReference[] more)
    {
        var options = ParseOptions(mode);
        var trees = sources.Select((source, i) => Parse(source, $"File{i}.cs", options)).Prepend(Parse(Usings, "Usings.cs", options));
        var empty = Empty.GetOrAdd(kind, static kind => CSharpCompilation.Create(
            "Plugin",
            references: References,
            options: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)));
        return empty.AddReferences(more).AddSyntaxTrees(trees);
    }

    public static SyntaxTree Parse(string source, string path, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(source, options ?? ParseOptions(), path);
}
