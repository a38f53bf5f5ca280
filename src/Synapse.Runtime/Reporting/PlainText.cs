using System.Text;

namespace Synapse.Runtime.Reporting;

/// <summary>Makes text of an author or a file safe to show: control characters could move the cursor or recolour the screen.</summary>
internal static class PlainText
{
    public static string Safe(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0
        ? text
        : Clean(text);

    /// <summary>Safe, and on one line.</summary>
    public static string Line(string text) => Safe(text).Replace('\n', ' ');

    /// <summary>Cuts to a number of columns; East Asian wide characters take two.</summary>
    public static string Fit(string text, int columns)
    {
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            used += Columns(text[i]);
            if (used > columns)
            {
                return text[..Math.Max(0, i)];
            }
        }
        return text;
    }

    private static int Columns(char c) => c switch
    {
        < '\u1100' => 1,
        <= '\u115f' or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uff60') => 2,
        _ => 1,
    };

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\t')
            {
                clean.Append("  ");
            }
            else if (c == '\n' || !char.IsControl(c))
            {
                clean.Append(c);
            }
        }
        return clean.ToString();
    }
}
