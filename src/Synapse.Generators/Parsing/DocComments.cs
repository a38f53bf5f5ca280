using System.Text;
using System.Threading;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Synapse.Generators.Parsing;

/// <summary>
/// Reads <c>///</c> comments from the source text itself: without <c>/doc</c> the compiler hands out none, and what a
/// plugin says of its params must not depend on a build switch.
/// </summary>
internal static class DocComments
{
    public static bool IsDocComment(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
        SyntaxKind.SingleLineCommentTrivia => IsTripleSlash(trivia.ToString()),
        SyntaxKind.MultiLineCommentTrivia => trivia.ToString().StartsWith("/**", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The summary of a symbol, of whichever part of it has one; null of compiled ones.</summary>
    public static string? SummaryOf(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (Summary(reference.GetSyntax(cancellation)) is { } summary)
            {
                return summary;
            }
        }

        return null;
    }

    /// <summary>The summary as one line of text, or null.</summary>
    public static string? Summary(SyntaxNode declaration) => Element(declaration, "summary", name: null);

    /// <summary>What <c>&lt;param name="…"&gt;</c> says of a positional parameter, or null.</summary>
    public static string? Parameter(SyntaxNode declaration, string name) => Element(declaration, "param", name);

    private static string? Element(SyntaxNode declaration, string element, string? name)
    {
        var xml = Xml(declaration);
        return xml is null ? null
            : element == "summary" && Plain(xml) is { } plain ? Words(plain)
            : Marked(xml, element, name);
    }

    private static string? Marked(string xml, string element, string? name)
    {
        try
        {
            var root = XElement.Parse("<doc>" + xml + "</doc>");
            var found = root.Elements(element).FirstOrDefault(e => name is null || (string?)e.Attribute("name") == name);
            return found is null ? null : Flatten(found);
        }
        catch (XmlException)
        {
            // A half-written comment describes nothing yet.
            return null;
        }
    }

    private static string? Xml(SyntaxNode declaration)
    {
        StringBuilder? text = null;
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            if (IsDocComment(trivia))
            {
                Append(text ??= new(), trivia.ToFullString());
            }
        }

        return text?.ToString();
    }

    private static void Append(StringBuilder text, string comment)
    {
        foreach (var raw in comment.Split('\n'))
        {
            var line = raw.Trim();
            line = line.StartsWith("/**", StringComparison.Ordinal) || line.StartsWith("///", StringComparison.Ordinal) ? line.Substring(3) : line.TrimStart('*');
            text.Append(line.EndsWith("*/", StringComparison.Ordinal) ? line.Substring(0, line.Length - 2) : line).Append('\n');
        }
    }

    private static string? Flatten(XElement element)
    {
        var text = new StringBuilder();
        AppendText(text, element);
        return Words(text.ToString());
    }

    private static string? Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    // Most comments are one summary without any markup, for which no reader of XML is needed.
    private static string? Plain(string xml)
    {
        const string Start = "<summary>", End = "</summary>";
        var comment = xml.Trim();
        if (comment.Length < Start.Length + End.Length || !comment.StartsWith(Start, StringComparison.Ordinal) || !comment.EndsWith(End, StringComparison.Ordinal))
        {
            return null;
        }

        var text = comment.Substring(Start.Length, comment.Length - Start.Length - End.Length);
        foreach (var c in text)
        {
            if (c is '<' or '>' or '&' or >= '\uD800' or (< ' ' and not ('\n' or '\r' or '\t')))
            {
                return null;
            }
        }

        return text;
    }

    private static void AppendText(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
            {
                text.Append(plain.Value);
            }
            else if (node is XElement inner)
            {
                AppendElement(text, inner);
            }
        }
    }

    private static void AppendElement(StringBuilder text, XElement element)
    {
        // <see cref="T:A.B"/>, <see langword="null"/>, <paramref name="x"/>: the name is what a reader sees.
        var name = (string?)element.Attribute("langword") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("cref") ?? (string?)element.Attribute("href");
        if (element.IsEmpty && name is not null)
        {
            text.Append(name.Substring(name.LastIndexOf('.') + 1));
            return;
        }

        var isBlock = element.Name.LocalName is "para" or "item" or "list" or "br";
        text.Append(isBlock ? " " : string.Empty);
        AppendText(text, element);
        text.Append(isBlock ? " " : string.Empty);
    }

    private static bool IsTripleSlash(string comment) =>
        comment.StartsWith("///", StringComparison.Ordinal) && !comment.StartsWith("////", StringComparison.Ordinal);
}
