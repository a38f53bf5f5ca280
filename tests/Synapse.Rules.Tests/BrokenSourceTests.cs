using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>Half-written code is what an editor shows most of the time: rules and fixes stand it.</summary>
public sealed class BrokenSourceTests
{
    private const string Usings = "global using Synapse; global using Synapse.Backends; global using System.ComponentModel.DataAnnotations;";

    /// <summary>Every case once a seed, with some of its tokens deleted, doubled or swapped.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_analyzer_and_no_generator_throws(int seed)
    {
        var random = new Random(seed);
        foreach (var source in AllCases.All.Select(c => Mutated(Markup.Strip(c.Source), random)))
        {
            var compilation = Compiling.Compile([source, Usings]);
            Driving.Text(Driving.Driver().RunGenerators(compilation));

            // Fails on AD0001.
            Plugin.Analyze(compilation);
        }
    }

    [Fact]
    public async Task No_fix_throws_where_it_is_offered()
    {
        var random = new Random(4);
        foreach (var source in AllCases.All.Where(c => c.IsWrong).Select(c => Mutated(Markup.Strip(c.Source), random)))
        {
            await Fixing.TryAllAsync(Fixing.Project("Fashion", OutputKind.DynamicallyLinkedLibrary, source));
        }
    }

    private static string Mutated(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source, Compiling.ParseOptions()).GetRoot().DescendantTokens().Select(t => t.ToFullString()).ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                default:
                    var other = random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
