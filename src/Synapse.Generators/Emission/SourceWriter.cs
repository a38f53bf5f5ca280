using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Synapse.Generators.Emission;

/// <summary>Writes C# with indentation kept by blocks; <c>\n</c> everywhere, whatever the machine or the template's file says.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;
    private const int Spacious = 1 << 14;
    private const int Wasteful = 1 << 20;

    // A project has thousands of files of about one size: all but the first are written where the one before was.
    [ThreadStatic]
    private static StringBuilder? spare;

    private readonly StringBuilder text = TakeSpare();
    private int depth;

    /// <summary>Writes one line, or the lines of a raw string, each at the current depth.</summary>
    public SourceWriter Write(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            var stop = end < 0 ? lines.Length : end;
            var length = stop > start && lines[stop - 1] == '\r' ? stop - start - 1 : stop - start;
            WriteLine(lines, start, length);
            start = stop + 1;
        }

        return this;
    }

    public SourceWriter Blank()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>Opens <c>{</c> under a header line and closes it with <c>}</c> and <paramref name="close"/> on disposal.</summary>
    public Block Open(string header, string close = "}")
    {
        Write(header);
        Write("{");
        depth++;
        return new(this, close);
    }

    /// <summary>Indents without braces.</summary>
    public Block Indent(string? header = null)
    {
        if (header is not null)
        {
            Write(header);
        }

        depth++;
        return new(this, close: null);
    }

    /// <summary>The whole text; nothing can be written after it.</summary>
    public SourceText ToSourceText()
    {
        var source = SourceText.From(text.ToString(), Encoding.UTF8);
        spare = text.Capacity < Wasteful ? text : null;
        return source;
    }

    public override string ToString() => text.ToString();

    private void WriteLine(string source, int start, int length)
    {
        if (length > 0)
        {
            text.Append(' ', depth * IndentSize).Append(source, start, length);
        }

        text.Append('\n');
    }

    private static StringBuilder TakeSpare()
    {
        var taken = spare ?? new(Spacious);
        spare = null;
        return taken.Clear();
    }

    private void Close(string? close)
    {
        depth--;
        if (close is not null)
        {
            Write(close);
        }
    }

    internal readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose() => writer.Close(close);
    }
}
