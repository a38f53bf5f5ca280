using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Synapse.Rules.Tests.Harness;

/// <summary>Source with the tokens that a rule must point at between <c>[|</c> and <c>|]</c>.</summary>
internal static class Markup
{
    public static (string Source, TextSpan[] Spans) Read(string marked)
    {
        var source = new StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            var pair = marked.AsSpan(i, Math.Min(2, marked.Length - i));
            if (pair is "[|")
            {
                open.Push(source.Length);
                i++;
            }
            else if (pair is "|]" && open.TryPop(out var start))
            {
                spans.Add(TextSpan.FromBounds(start, source.Length));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        Assert.Empty(open);
        return (source.ToString(), [.. spans.OrderBy(s => s.Start)]);
    }

    public static string Strip(string marked) => Read(marked).Source;
}
