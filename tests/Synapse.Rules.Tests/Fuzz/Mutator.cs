using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Rules.Tests.Fuzz;

/// <summary>Breaks a plugin's source as an author does while typing, and worse; the same seed breaks it in the same way.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Words =
    [
        "partial", "static", "abstract", "record", "struct", "interface", "enum", "class", "ref", "out", "params", "this", "async", "await", "yield", "required",
        "init", "file", "unsafe", "int*", "dynamic", "object", "void", "Task<Task<int>>", "List<List<Dictionary<string, int?[]>>>", "(int, (string, Part))", "T", "<T>", "where T : class",
        "[Step]", "[Step(Rollback = 5)]", "[Step(Weight = \"x\")]", "[Step(Before = null)]", "[Step(Name = nameof(Missing))]", "[From(null)]", "[Params]", "[Journaled]", "[UseSteps<int>]",
        "[UseSteps<int[]>]", "[UseSteps<Set>]", "[StepSet]", "[TrainAction]", "[PluginAction(null)]", "[PluginAction((string)(object)1)]", "[Range(\"a\", 1)]", "[Range(typeof(int), null, null)]", "[Range]", "[Missing(1)]",
        "[RegularExpression(\"(\")]", "[JsonDerivedType(typeof(int[]))]", "[JsonPropertyName(null)]", "@class", "\\u0041", "Ünïcode", "名前", "_", "nameof(nameof)", "default!", "-9223372036854775809", "1e999", "'\\uD800'", "\"\\uD800\"", "#if X", "#nullable disable", "#line hidden",
        "/// <summary>a <see cref=\"b\"/> & <", "/*", "}", "{", "(", ")", ";", "=>", "=", "?", "!", ",", "..", "[", "]",
    ];

    private readonly Random random = new(seed);

    public string Mutate(string source)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(t => t.ToFullString()).ToList();
        for (var i = 1 + random.Next(4); i > 0 && tokens.Count > 1; i--)
        {
            Change(tokens);
        }

        return string.Concat(tokens);
    }

    private void Change(List<string> tokens)
    {
        var (at, other) = (random.Next(tokens.Count), random.Next(tokens.Count));
        switch (random.Next(7))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens[at] = tokens[other];
                break;
            case 4:
                tokens.Insert(at, " " + Words[random.Next(Words.Length)] + (random.Next(2) == 0 ? "\n" : " "));
                break;
            case 5:
                tokens[at] = " " + Words[random.Next(Words.Length)] + " ";
                break;
            default:
                // A piece again elsewhere: a method twice, a class in a class, an attribute on a parameter.
                var piece = tokens.GetRange(at, Math.Min(random.Next(40), tokens.Count - at));
                tokens.InsertRange(other, piece);
                break;
        }
    }
}
