namespace Synapse.Runtime.Hosting.CommandLine;

/// <summary>Writes names with their explanations beside them, wrapped to the width at hand.</summary>
internal static class TextColumns
{
    private const int Indent = 2;
    private const int Gap = 3;
    private const int WidestName = 28;
    private const int NarrowestText = 24;

    public static void Write(TextWriter writer, IReadOnlyList<(string Name, string Text)> rows, int width)
    {
        var column = 0;
        foreach (var (name, _) in rows)
        {
            column = Math.Max(column, name.Length <= WidestName ? name.Length : 0);
        }
        column += Indent + Gap;
        var room = Math.Max(NarrowestText, width - column);
        foreach (var (name, text) in rows)
        {
            writer.Write("  ");
            writer.Write(name);
            var at = Indent + name.Length;
            if (at + Gap > column)
            {
                writer.WriteLine();
                at = 0;
            }
            WriteWrapped(writer, text, column, room, at);
        }
    }

    private static void WriteWrapped(TextWriter writer, string text, int column, int room, int at)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph.AsSpan();
            do
            {
                var line = Take(ref rest, room);
                for (; at < column && !line.IsEmpty; at++)
                {
                    writer.Write(' ');
                }
                writer.Write(line);
                writer.WriteLine();
                at = 0;
            }
            while (!rest.IsEmpty);
        }
    }

    /// <summary>As many whole words as fit; a word longer than the room stays whole.</summary>
    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest, int room)
    {
        if (rest.Length <= room)
        {
            var all = rest;
            rest = default;
            return all;
        }
        var end = rest[..(room + 1)].LastIndexOf(' ');
        if (end <= 0)
        {
            end = rest.IndexOf(' ');
        }
        if (end < 0)
        {
            end = rest.Length;
        }
        var line = rest[..end];
        rest = rest[end..].TrimStart(' ');
        return line;
    }
}
