using Microsoft.CodeAnalysis;
using Synapse.Generators.Tests.Harness;

namespace Synapse.Generators.Tests.Actions;

/// <summary>What an editor shows at a generated constant or descriptor: XML that the compiler can read, with what the plan says.</summary>
public sealed class HoverTextTests
{
    private const string Source = """
        namespace Shop;

        public sealed record Found<T>(int Count);

        /// <summary>Uploads & checks a folder.</summary>
        [Synapse.UploadAction]
        public sealed partial class Upload
        {
            /// <summary>Finds files, <c>*.png</c> &amp; others</summary>
            [Synapse.Step] Found<int> Find() => new(1);

            [Synapse.Step(Rollback = nameof(Undo), SkipWhen = nameof(Never))] void Send(Found<int> found) { }
            void Undo() { }
            string? Never() => null;
        }
        """;

    [Theory]
    [InlineData("Steps.Find", "find, step 1 of 2: Finds files, *.png & others. Takes nothing, hands on Found<int>.")]
    [InlineData("Steps.Send", "send, step 2 of 2: Takes Found<int> from find, hands on nothing, undone by Undo, may be skipped.")]
    [InlineData("Progress.Send", "Progress of the step send.")]
    [InlineData("Progress.Upload", "Progress on upload, as the platform calls it.")]
    [InlineData("Descriptor", "The action upload as the runtime sees it, with no params and result Shop.Found<int>. Uploads & checks a folder.")]
    public void Generated_member_says_what_it_stands_for(string member, string expected)
    {
        var source = Source.Replace("Uploads & checks", "Uploads &amp; checks", StringComparison.Ordinal);
        var compilation = Compiling.Compile([source], DocumentationMode.Diagnose);
        Driving.Driver(mode: DocumentationMode.Diagnose).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var symbol = member.Split('.').Aggregate((ISymbol)output.GetTypeByMetadataName("Shop.Upload")!, (s, name) => ((INamedTypeSymbol)s).GetMembers(name).Single());
        var xml = System.Xml.Linq.XElement.Parse(symbol.GetDocumentationCommentXml()!);
        Assert.Equal(expected, string.Concat(xml.Element("summary")!.Nodes().Select(n => n is System.Xml.Linq.XText text ? text.Value : ((System.Xml.Linq.XElement)n).Value)));
    }

    [Fact]
    public void Files_are_named_after_what_they_belong_to_and_stay_so()
    {
        var text = Driving.Cold(Compiling.Compile([Source]));
        Assert.Contains("// ==== Shop.Upload.Action.g.cs ====", text, StringComparison.Ordinal);
        Assert.Contains("// ==== Shop.Upload.Action.g.cs ====", Driving.Cold(Compiling.Compile(["class Before;", Source.Replace("Find", "Search", StringComparison.Ordinal)])), StringComparison.Ordinal);
    }
}
