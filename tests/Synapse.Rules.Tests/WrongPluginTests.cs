using Microsoft.CodeAnalysis;
using Synapse.Generators.Tests.Harness;
using Synapse.Rules.Tests.Cases;
using Synapse.Rules.Tests.Harness;

namespace Synapse.Rules.Tests;

/// <summary>One mistake, one diagnostic: at its token, in its words, and nothing beside it.</summary>
public sealed class WrongPluginTests
{
    public static TheoryData<string> Names => AllCases.Wrong;

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_fires_at_the_token_with_and_without_generated_code(string name)
    {
        var wrong = AllCases.Find(name);
        var (source, spans) = Markup.Read(wrong.Source);
        var plugin = new Plugin(source, wrong.IsProgram);
        var expected = spans.Zip(wrong.Messages, (span, message) => $"{wrong.Rule} '{source.Substring(span.Start, span.Length)}' {span}: {message}").ToArray();
        Assert.Equal(wrong.Messages.Length, spans.Length);
        foreach (var compilation in (Compilation[])[plugin.Written, plugin.Output])
        {
            Assert.Equal(expected, Plugin.Analyze(compilation).Select(d => Show(d, source)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pragma_silences_the_rule(string name)
    {
        var wrong = AllCases.Find(name);
        var plugin = new Plugin($"#pragma warning disable {wrong.Rule}\n{Markup.Strip(wrong.Source)}", wrong.IsProgram);
        foreach (var compilation in (Compilation[])[plugin.Written, plugin.Output])
        {
            var found = Plugin.Analyze(compilation);
            Assert.Equal(wrong.Messages.Length, found.Length);
            Assert.All(found, d => Assert.True(d.IsSuppressed, d.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_leaves_no_errors_of_the_compiler_behind(string name)
    {
        var wrong = AllCases.Find(name);
        var plugin = new Plugin(Markup.Strip(wrong.Source), wrong.IsProgram);
        Assert.Empty(plugin.Errors.Select(e => e.ToString()));
    }

    private static string Show(Diagnostic diagnostic, string source)
    {
        var span = diagnostic.Location.SourceSpan;
        var text = diagnostic.Location.SourceTree?.FilePath == "File0.cs" ? source.Substring(span.Start, span.Length) : diagnostic.Location.ToString();
        return $"{diagnostic.Id} '{text}' {span}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
