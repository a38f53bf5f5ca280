using System.Text;

namespace Synapse.Hosting.Tests.Fixture;

/// <summary>A terminal of a width: what a person sees after the escapes that reports use.</summary>
internal sealed class Screen(int width) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    /// <summary>The lines, without spaces at their ends and without empty ones at the end.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<StringBuilder> { new() };
        var (row, column) = (0, 0);
        var text = ToString();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    (row, column) = (row + 1, 0);
                    break;
                case '\r':
                    column = 0;
                    break;
                case '\e':
                    var end = i + 2;
                    while (!char.IsLetter(text[end]))
                    {
                        end++;
                    }
                    Escape(lines, text[end], text[(i + 2)..end], ref row, column);
                    i = end;
                    break;
                default:
                    if (column >= width)
                    {
                        (row, column) = (row + 1, 0);
                    }
                    Line(lines, row).Length = Math.Max(Line(lines, row).Length, column + 1);
                    Line(lines, row)[column++] = text[i];
                    break;
            }
        }
        var seen = lines.Select(line => line.ToString().Replace('\0', ' ').TrimEnd()).ToList();
        while (seen.Count > 0 && seen[^1].Length == 0)
        {
            seen.RemoveAt(seen.Count - 1);
        }
        return seen;
    }

    private static void Escape(List<StringBuilder> lines, char command, string argument, ref int row, int column)
    {
        switch (command)
        {
            case 'A':
                row -= int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case 'K':
                Line(lines, row).Length = Math.Min(Line(lines, row).Length, column);
                break;
            case 'J':
                Line(lines, row).Length = Math.Min(Line(lines, row).Length, column);
                lines.RemoveRange(row + 1, lines.Count - row - 1);
                break;
            case 'm':
                break;
            default:
                throw new InvalidOperationException($"escape {command} is not known to the screen");
        }
    }

    private static StringBuilder Line(List<StringBuilder> lines, int row)
    {
        while (lines.Count <= row)
        {
            lines.Add(new());
        }
        return lines[row];
    }
}
